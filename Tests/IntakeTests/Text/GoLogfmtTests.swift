import Foundation
import TestSupport
import Testing

@testable import Intake

/// The decoder's tests of github.com/go-logfmt/logfmt, which lie outside the project.
@Suite("The cases of go-logfmt", .enabled(if: SharedData.isThere, "the folder ../shared/data is missing"))
struct GoLogfmtTests {
    struct Case: Decodable, Sendable {
        let data: String
        /// Key and value of each pair of each line; absent where the text is malformed.
        let records: [[[String?]]]?
        let line: Int?
        let pos: Int?
    }

    private struct File: Decodable {
        let cases: [Case]
    }

    static let cases: [Case] = {
        guard let bytes = try? SharedData.bytes("logfmt-ltsv/extracted/go_logfmt_decode.json") else { return [] }
        return (try? JSONDecoder().decode(File.self, from: Data(bytes)).cases) ?? []
    }()

    @Test("The cases are there")
    func areThere() {
        #expect(GoLogfmtTests.cases.count >= 10)
    }

    @Test("Lines give the same pairs, or fail at the same place", arguments: cases)
    func decode(expected: Case) {
        var lines = expected.data.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        let scanned = lines.map { ScannedPairs($0) }
        if let records = expected.records {
            #expect(scanned.allSatisfy { $0.failure == nil })
            #expect(scanned.map { $0.pairs.map { [$0.key, $0.value] } } == records)
        } else {
            #expect(scanned.firstIndex { $0.failure != nil }.map { $0 + 1 } == expected.line)
            #expect(scanned.compactMap(\.failure).first.map { $0.position + 1 } == expected.pos)
        }
    }
}
