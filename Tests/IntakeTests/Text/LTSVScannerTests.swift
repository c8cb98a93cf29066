import TestSupport
import Testing

@testable import Intake

@Suite("LTSVScanner")
struct LTSVScannerTests {
    static let table = KeyPathTable([
        .init(["time"], id: 0), .init(["host"], id: 1), .init(["req_time-1.x"], id: 2), .init(["ua"], id: 3),
    ])

    private static func scan(
        _ bytes: [UInt8], in range: Range<Int>? = nil
    ) -> (found: [Int: String], failure: LineFailure?) {
        var found: [Int: String] = [:]
        do throws(LineFailure) {
            try LTSVScanner.scan(bytes.span, range ?? bytes.indices, wanting: table) { id, value in
                found[id] = String(decoding: bytes[value], as: UTF8.self)
            }
        } catch {
            return (found, LineFailure(error.reason, at: error.position - (range?.lowerBound ?? 0)))
        }
        return (found, nil)
    }

    @Test("Values are told by their labels, with everything but tabs in them")
    func values() {
        let line = "time:[28/Feb/2013:12:00:00 +0900]\tx:\thost:192.0.2.1\treq_time-1.x:\tua:a \"b\" c:\\t"
        let (found, failure) = LTSVScannerTests.scan(Array(line.utf8))
        #expect(failure == nil)
        #expect(found == [0: "[28/Feb/2013:12:00:00 +0900]", 1: "192.0.2.1", 2: "", 3: "a \"b\" c:\\t"])
    }

    @Test(
        "A broken line is rejected with its reason and place",
        arguments: [
            ("", .missingField, 0), ("host", .missingField, 4), ("host:a\tua", .missingField, 9),
            ("host:a\t", .missingField, 7), ("host a:b", .syntax, 4), (":a", .syntax, 0), ("a:b\t\tc:d", .syntax, 4),
            ("a:b\tc\td:e", .syntax, 5), ("{\"a\":1}", .syntax, 0), ("ü:a", .syntax, 0),
        ] as [(String, RejectReason, Int)])
    func rejection(line: String, reason: RejectReason, position: Int) {
        #expect(LTSVScannerTests.scan(Array(line.utf8)).failure == LineFailure(reason, at: position))
    }

    @Test("No bytes crash the scan, and what lies around a line does not matter", arguments: UInt64(0)..<50)
    func anyBytes(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let telling = Array("host:ua:time:\t\t".utf8)
        for _ in 0..<100 {
            let line = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                Int.random(in: 0..<9, using: &random) == 0
                    ? UInt8.random(in: .min ... .max, using: &random) : telling.randomElement(using: &random) ?? 0
            }
            let alone = LTSVScannerTests.scan(line)
            let block = Array("host".utf8) + line + Array(":x\tua:y".utf8)
            let within = LTSVScannerTests.scan(block, in: 4..<4 + line.count)
            #expect(within.found == alone.found)
            #expect(within.failure == alone.failure)
        }
    }
}
