import TestSupport
import Testing

@testable import Intake

@Suite("JSONScanner")
struct JSONScannerTests {
    typealias Want = KeyPathTable.Want
    typealias Found = ScannedJSON.Found

    @Test("Wanted scalars are told with their kind, in the order of the text")
    func kinds() {
        let scanned = ScannedJSON(
            #"{"n":-1.5e3,"x":[{"s":1}],"s":"a\u00e9\n","t":true,"f":false,"z":null,"o":{"s":"in"},"e":"","s":2}"#,
            Want(["s"], id: 1), Want(["n"], id: 2), Want(["t"], id: 3), Want(["f"], id: 4), Want(["z"], id: 5),
            Want(["o", "s"], id: 6), Want(["e"], id: 7), Want(["absent"], id: 8))
        #expect(scanned.failure == nil)
        #expect(
            scanned.found == [
                Found(2, .number, "-1.5e3"), Found(1, .string, "aé\n"), Found(3, .true, "true"),
                Found(4, .false, "false"), Found(5, .null, "null"), Found(6, .string, "in"), Found(7, .string, ""),
                Found(1, .number, "2"),
            ])
    }

    @Test(
        "A wanted array tells its first scalar, and numbers in a path choose elements",
        arguments: [
            (#"{"a":["x","y"]}"#, ["x"], ["y"]), (#"{"a":[]}"#, [], []), (#"{"a":[["n"],{"b":1},7,8]}"#, ["7"], []),
            (#"{"a":[0,"one"]}"#, ["0"], ["one"]), (#"{"a":{"1":"key"}}"#, [], ["key"]), (#"{"a":[[0,9]]}"#, [], []),
            (#"{"a":[{},["first"]]}"#, [], ["first"]),
        ])
    func arrays(text: String, whole: [String], second: [String]) {
        let scanned = ScannedJSON(text, Want(["a"], id: 0), Want(["a", "1"], id: 1))
        #expect(scanned.failure == nil)
        #expect(scanned.found.filter { $0.id == 0 }.map { String(decoding: $0.bytes, as: UTF8.self) } == whole)
        #expect(scanned.found.filter { $0.id == 1 }.map { String(decoding: $0.bytes, as: UTF8.self) } == second)
    }

    @Test("Keys with escapes are compared decoded")
    func escapedKeys() {
        let scanned = ScannedJSON(
            #"{"t\u0073":1,"\u0041b":2,"\u0075ser-AGENT":3,"😀":4,"\ud83d\ude00":5}"#, Want(["ts"], id: 0),
            Want(["Ab"], id: 1), Want(["User-Agent"], ignoresCase: true, id: 2), Want(["😀"], id: 3))
        #expect(scanned.found.map(\.id) == [0, 1, 2, 3, 3])
    }

    @Test(
        "A broken text is rejected with its reason and place",
        arguments: [
            ("", .missingField, 0), ("  ", .missingField, 2), ("[]", .syntax, 0), ("1", .syntax, 0),
            ("{}x", .syntax, 2), ("{} {}", .syntax, 3), ("{\"a\"", .missingField, 4), ("{\"a\":", .missingField, 5),
            ("{\"a\":1", .missingField, 6), ("{\"a\":1,", .missingField, 7), ("{\"a\":1,}", .syntax, 7),
            ("{a:1}", .syntax, 1), ("{\"a\" 1}", .syntax, 5), ("{\"a\":01}", .syntax, 6), ("{\"a\":-}", .syntax, 6),
            ("{\"a\":1.}", .syntax, 7), ("{\"a\":.5}", .syntax, 5), ("{\"a\":+1}", .syntax, 5),
            ("{\"a\":tru}", .syntax, 8), ("{\"a\":tr", .missingField, 7), ("{\"a\":\"\\x\"}", .syntax, 6),
            ("{\"a\":\"\\u12g4\"}", .syntax, 6), ("{\"a\":\"\\u12", .missingField, 10), ("{\"a\":\"\t\"}", .syntax, 6),
            ("{\"a\":[1}", .syntax, 7), ("{\"a\":[1,]}", .syntax, 8), ("{\"a\":{]}", .syntax, 6),
            ("{\"a\":'b'}", .syntax, 5), ("{\"a\":\"b", .missingField, 7), ("{\u{C}}", .syntax, 1),
        ] as [(String, RejectReason, Int)])
    func rejection(text: String, reason: RejectReason, position: Int) {
        #expect(ScannedJSON(text).failure == LineFailure(reason, at: position))
    }

    @Test("Containers may be nested to the limit and no deeper", arguments: [62, 63, 64, 100_000])
    func depth(arrays: Int) {
        let text = "{\"a\":" + String(repeating: "[", count: arrays) + String(repeating: "]", count: arrays) + "}"
        let failure = ScannedJSON(text).failure
        #expect(failure == (arrays < 64 ? nil : LineFailure(.syntax, at: 5 + 63)))
        let open = [UInt8](repeating: ASCII.leftBracket, count: arrays)
        let cut = ScannedJSON(open, KeyPathTable([]), acceptsAnyValue: true).failure
        #expect(cut == (arrays <= 64 ? LineFailure(.missingField, at: arrays) : LineFailure(.syntax, at: 64)))
    }

    @Test("What a sink throws ends the scan")
    func sinkFailure() {
        let bytes = Array(#"{"a":1,"b":x}"#.utf8)
        #expect(throws: LineFailure(.status, at: 5)) {
            try JSONScanner.scan(bytes.span, bytes.indices, wanting: KeyPathTable([Want(["a"], id: 0)])) {
                _, value throws(LineFailure) in throw LineFailure(.status, at: value.range.lowerBound)
            }
        }
    }

    @Test("Random texts are scanned back, wherever in a block they lie", arguments: UInt64(0)..<400)
    func random(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let value = RandomJSON.object(&random, depth: 5)
        let text = Array(value.text(&random).utf8)
        var wants: [Want] = []
        for _ in 0..<30 {
            let path = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                RandomJSON.names.randomElement(using: &random) ?? ""
            }
            if !wants.contains(where: { $0.path == path }) { wants.append(Want(path, id: wants.count)) }
        }
        let table = KeyPathTable(wants)
        let scanned = ScannedJSON(text, table)
        #expect(scanned.failure == nil)
        #expect(scanned.found == value.expected(wants))
        let around = [UInt8]("\"\\]}0:,{\"".utf8)
        let block = around + text + around
        #expect(ScannedJSON(block, table, in: around.count..<around.count + text.count) == scanned)
    }

    @Test("Each proper beginning of an object is called cut", arguments: UInt64(0)..<40)
    func beginnings(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let padded = Array(RandomJSON.object(&random, depth: 4).text(&random).utf8)
        let last = padded.lastIndex(of: ASCII.rightBrace) ?? 0
        for end in 0...last {
            let failure = ScannedJSON(padded, KeyPathTable([]), in: 0..<end).failure
            #expect(failure == LineFailure(.missingField, at: end))
        }
    }

    @Test("Damaged texts are accepted exactly if the grammar accepts them", arguments: UInt64(0)..<200)
    func damage(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let whole = Array(RandomJSON.object(&random, depth: 3).text(&random).utf8)
        let telling = Array("\"\\{}[]:,0-+.eEutn \t\0/é\u{80}".utf8) + [0xED, 0xA0, 0xC0, 0xF4, 0x90, 0xFF]
        for _ in 0..<50 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
                case 1: bytes[place] = telling.randomElement(using: &random) ?? 0
                case 2: bytes.remove(at: place)
                default: bytes.insert(telling.randomElement(using: &random) ?? 0, at: place)
                }
            }
            let scanned = ScannedJSON(bytes, KeyPathTable([Want(["a"], id: 0), Want(["a", "0"], id: 1)]))
            #expect((scanned.failure == nil) == PlainJSON.isObject(bytes, depth: JSONScanner.maximumDepth), "\(bytes)")
        }
    }
}
