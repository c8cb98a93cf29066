import Events
import TestSupport
import Testing

@testable import Privacy

@Suite("A sealed document")
struct SealedDocumentTests {
    private static let kinds: [RetentionClass] = [.requests, .corrections, .misuse]
    private let pair: VaultDay
    private let name: SealedName

    init() throws {
        pair = try VaultDay(sealing: .requests)
        name = pair.name(kind: .requests)
    }

    private func sealed(_ document: [UInt8] = Array(#"{"kind":"disclose"}"#.utf8)) throws -> [UInt8] {
        try SealedDocument.seal(document, as: name, to: pair.key)
    }

    @Test("Any bytes come back as they were", arguments: 0..<40)
    func roundTrip(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let kind = Self.kinds[Int(seed) % Self.kinds.count]
        let pair = try VaultDay(sealing: kind)
        let count = Int.random(in: 0...2000, using: &random) >> Int.random(in: 0..<11, using: &random)
        let document = (0..<count).map { _ in
            Bool.random(using: &random) ? 0x0A : UInt8.random(in: .min ... .max, using: &random)
        }
        let file = try SealedDocument.seal(document, as: pair.name(kind: kind), to: pair.key)
        #expect(try SealedDocument.open(file, name: pair.name(kind: kind), with: pair.privateHalf) == document)
    }

    @Test("It is a sealed file with one frame of one line, and no definition of what lines mean")
    func file() throws {
        let reading = try SealedReading(sealed(), as: name, with: pair)
        #expect(reading.faults.isEmpty && reading.indices == [0])
        #expect(reading.frames[0]?.label.lines == UInt32(SealedDocument.lines))
        #expect(reading.frames[0]?.label.source == 1)
        #expect(reading.frames[0]?.lines.last == 0x0A)
    }

    @Test("One mebibyte is sealed, and a byte more is not", arguments: [0, 1])
    func length(_ more: Int) throws {
        let document = [UInt8](repeating: 0x20, count: SealedDocument.byteLimit + more)
        guard more == 0 else {
            #expect(throws: SealedDocumentError.tooLong(byteCount: document.count)) { _ = try sealed(document) }
            return
        }
        #expect(try SealedDocument.open(sealed(document), name: name, with: pair.privateHalf) == document)
    }

    @Test("Another pair does not open it, and that is said")
    func anotherKey() throws {
        let file = try sealed()
        let other = try VaultDay(sealing: .requests)
        #expect(throws: SealedDocumentError.anotherKey) {
            _ = try SealedDocument.open(file, name: name, with: other.privateHalf)
        }
    }

    @Test("Under another name it is refused")
    func anotherName() throws {
        let file = try sealed()
        let fault = SealedFault(.anotherFile(name), at: 0)
        #expect(throws: SealedDocumentError.damaged([fault])) {
            _ = try SealedDocument.open(file, name: pair.name(8, kind: .requests), with: pair.privateHalf)
        }
    }

    @Test("A byte that is changed anywhere, and an end that is missing, are noticed")
    func damage() throws {
        let file = try sealed()
        for place in file.indices {
            var changed = file
            changed[place] ^= 1
            #expect(throws: SealedDocumentError.self, "byte \(place)") {
                _ = try SealedDocument.open(changed, name: name, with: pair.privateHalf)
            }
            #expect(throws: SealedDocumentError.self, "\(place) bytes") {
                _ = try SealedDocument.open(Array(file[..<place]), name: name, with: pair.privateHalf)
            }
        }
        #expect(throws: SealedDocumentError.self) {
            _ = try SealedDocument.open(file + [0], name: name, with: pair.privateHalf)
        }
    }

    @Test("A whole file that holds something else is no document", arguments: [0, 1, 2])
    func somethingElse(_ frames: Int) throws {
        let sample = try SealedSample(name, to: pair.key, frames: frames)
        #expect(throws: SealedDocumentError.damaged([])) {
            _ = try SealedDocument.open(sample.bytes, name: name, with: pair.privateHalf)
        }
    }
}
