import Events
import Intake
import Testing

@testable import Privacy

@Suite("Identifiers outside their fields")
struct PlantedLineTests {
    private static let combined = FormatRegistry.format(named: "combined")
    private static let json = FormatRegistry.format(named: "json")

    /// All texts that are stored of the line.
    private static func stored(_ planted: PlantedLine) throws -> [(field: String, text: String)] {
        let format = try #require(planted.isJSON ? json : combined)
        var parser = LineParser(formats: [format], options: LineOptions(latest: TestKeys.start * 1000 + 86_400_000))
        var batch = RawBatch(seed: 1)
        let outcome = parser.parseLine(Array(planted.line.utf8).span, into: &batch)
        guard outcome == .accepted else {
            Issue.record("the line was not read: \(outcome)")
            return []
        }
        let events = GateTests.gate.admit(batch) { second throws(Never) in
            TestKeys.keys(of: second, policy: GateTests.policy)
        }
        let event = try #require(events.first)
        return EventField.Text.allCases.compactMap { field in event.text(field).map { (field.name, $0) } }
    }

    private static func expectNone(_ planted: PlantedLine) throws {
        let identifier = Notations(planted.identifier)
        for (field, text) in try stored(planted) {
            #expect(!Notations(text).hold(identifier), "\(field) is “\(text)”")
        }
    }

    @Test("There are at least 200 lines, of every kind and in every place")
    func enough() {
        #expect(PlantedLines.all.count >= 200)
        #expect(PlantedLines.all.count == PlantedLines.table.split(separator: "\n").count)
        #expect(Set(PlantedLines.all.map(\.place)) == Set(PlantedLine.Place.allCases))
        let kinds = Set(PlantedLines.all.map(\.kind))
        #expect(kinds == Set(IdentifierKind.allCases.map(\.rawValue)).union(["cookie"]))
    }

    @Test("None is stored from where it was seen", arguments: PlantedLines.all)
    func planted(_ planted: PlantedLine) throws {
        try Self.expectNone(planted)
    }

    @Test("None is stored from any other place", arguments: PlantedLine.Place.allCases)
    func everywhere(_ place: PlantedLine.Place) throws {
        // What is written for a JSON string would break a line of the other format.
        for planted in PlantedLines.all where planted.isJSON == planted.moved(to: place).isJSON {
            try Self.expectNone(planted.moved(to: place))
        }
    }

    @Test("What is stored is found, so that the search can fail")
    func control() {
        for (text, identifier) in [
            ("/u/jane@example.org", "Jane%2540example.org"), ("/u/010 9876 5432", "010-9876-5432"),
            ("０１０９８７６５４３２", "010-9876-5432"), ("/u/00%3a1b%3a44", "00:1b:44"), ("x hunter22", "hunter22"),
        ] {
            #expect(Notations(text).hold(Notations(identifier)), "\(identifier) in \(text)")
        }
        #expect(!Notations("/u/{id}").hold(Notations("010-9876-5432")))
    }
}
