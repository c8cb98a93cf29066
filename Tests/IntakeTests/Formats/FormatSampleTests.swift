import Testing

@testable import Intake

@Suite("The samples of the formats")
struct FormatSampleTests {
    @Test("Every format and every envelope has a sample")
    func samples() {
        let formats = FormatSample.names.filter { !$0.contains(":") }
        #expect(formats == FormatRegistry.formats.map(\.name).sorted())
        let envelopes = FormatSample.names.compactMap { $0.split(separator: ":").dropLast().first.map(String.init) }
        #expect(Set(envelopes) == Set(FormatRegistry.envelopes.map(\.name)))
    }

    @Test("A sample's records are those that were looked at", arguments: FormatSample.names)
    func records(name: String) throws {
        let sample = try FormatSample(name)
        try expectSnapshot(sample.records, "\(sample.fileName).json")
    }

    @Test("A sample is recognised, whole and with its last line cut", arguments: FormatSample.names)
    func detection(name: String) throws {
        let bytes = try FormatSample(name).bytes
        let lastLine = bytes.dropLast().lastIndex(of: ASCII.lineFeed) ?? 0
        for count in [bytes.count, bytes.count - 1, (lastLine + bytes.count) / 2] {
            #expect(FormatSample.formats(for: Array(bytes.prefix(count))).first?.name == name)
        }
    }
}
