import Testing

@testable import Intake

@Suite("PercentEscapes")
struct PercentEscapesTests {
    @Test(
        "Escapes are decoded once or twice, and what is none stands for itself",
        arguments: [
            ("a%20b", "a b"), ("a%2520b", "a b"), ("%25", "%"), ("%2525", "%"), ("100%", "100%"), ("%2", "%2"),
            ("%zz%41", "%zzA"), ("%25zz", "%zz"), ("", ""), ("a+b", "a+b"), ("%EC%B0%A8", "차"), ("%25%32%30", "%20"),
        ])
    func decode(written: String, expected: String) {
        var output = Array("x".utf8)
        let range = PercentEscapes.decode(Array(written.utf8).span, 0..<written.utf8.count, into: &output)
        #expect(String(decoding: output[range], as: UTF8.self) == expected)
    }
}
