import Foundation
import Testing

@testable import Pipeline

@Suite("JSON that is told to machines")
struct JSONTextTests {
    @Test(
        "Strings are escaped, and control characters never reach a terminal",
        arguments: [
            ("", #""""#), ("plain ü 한", #""plain ü 한""#), (#"a"b\c/"#, #""a\"b\\c/""#), ("\n\r\t", #""\n\r\t""#),
            ("\u{0}\u{1B}[31m", #""\u0000\u001b[31m""#), ("\u{7F}\u{85}\u{9F}", #""\u007f\u0085\u009f""#),
            ("🦊", #""🦊""#),
        ])
    func strings(_ value: String, _ json: String) {
        #expect(JSONText.quoted(value) == json)
    }

    @Test("Every character comes back from another parser")
    func roundTrip() throws {
        let value = String(String.UnicodeScalarView((0..<0x300).compactMap(Unicode.Scalar.init)))
        let json = JSONText.object([("key \"", JSONText.array([JSONText.quoted(value), "1", "null"])), ("b", "{}")])
        let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let list = try #require(parsed?["key \""] as? [Any])
        #expect((list[0] as? String)?.unicodeScalars.map(\.value) == value.unicodeScalars.map(\.value))
        #expect(list.count == 3)
    }

    @Test("Members stand in the order in which they are given")
    func order() {
        #expect(JSONText.object([("b", "1"), ("a", "2")]) == #"{"b":1,"a":2}"#)
        #expect(JSONText.object([]) == "{}")
        #expect(JSONText.array([]) == "[]")
    }
}
