import TestSupport
import Testing

@testable import Intake

@Suite("JSONEscapes")
struct JSONEscapesTests {
    @Test(
        "Escapes are decoded",
        arguments: [
            ("", ""), ("plain", "plain"), (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"), (#"it\'s"#, "it's"),
            (#"\u0041\u00e9\u20AC"#, "Aé€"), (#"\ud83d\uDE00!"#, "😀!"), (#"\u0000"#, "\0"), (#"é\u00e9"#, "éé"),
            (#"\u007f\u0080\u07ff\u0800\uffff"#, "\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}"),
            (#"\ud800\udc00\udbff\udfff"#, "\u{10000}\u{10FFFF}"),
            (#"\ud83d"#, "\u{FFFD}"), (#"\ud83dx"#, "\u{FFFD}x"), (#"\ude00"#, "\u{FFFD}"),
            (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"),
            (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"),
            (#"\x\u12"#, #"\x\u12"#), (#"\"#, #"\"#),
        ])
    func decode(text: String, expected: String) {
        let bytes = Array("<\(text)>".utf8)
        var output = Array("before".utf8)
        let range = JSONEscapes.decode(bytes.span, 1..<bytes.count - 1, into: &output)
        #expect(String(decoding: output[range], as: UTF8.self) == expected)
        #expect(String(decoding: output, as: UTF8.self) == "before" + expected)
    }

    @Test("No bytes crash the decoding, and it never makes more of them", arguments: UInt64(0)..<50)
    func anyBytes(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let telling = Array("\\\\\\uu\"'dD8800cCaf".utf8)
        for _ in 0..<100 {
            let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                Int.random(in: 0..<9, using: &random) == 0
                    ? UInt8.random(in: .min ... .max, using: &random) : telling.randomElement(using: &random) ?? 0
            }
            var output: [UInt8] = []
            #expect(JSONEscapes.decode(bytes.span, bytes.indices, into: &output).count <= bytes.count)
        }
    }
}
