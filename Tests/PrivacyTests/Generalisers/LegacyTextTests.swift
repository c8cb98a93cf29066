import Testing

@testable import Privacy

@Suite("Words in encodings before UTF-8")
struct LegacyTextTests {
    private static func words(_ value: String) -> String? {
        var result: [UInt8] = []
        return FreeText.append(Array(value.utf8).span, into: &result) ? String(decoding: result, as: UTF8.self) : nil
    }

    @Test(
        "What has one reading is read",
        arguments: [
            ("%B0%A1%B3%AA%B4%D9", "가나다"), ("%B3%EC%C2%F7+%C3%DF%C3%B5", "녹차 추천"),
            ("%A4%AA%C3%E3", "お茶"), ("%A5%B3%A1%BC%A5%D2%A1%BC", "コーヒー"),
            ("%82%A8%92%83", "お茶"), ("%83R%81%5B%83q%81%5B", "コーヒー"), ("%EB%85%B9%EC%B0%A8", "녹차"),
        ])
    func read(value: String, expected: String) {
        #expect(Self.words(value) == expected)
    }

    @Test(
        "What has two readings or none is not stored",
        arguments: ["%CE%D0%C3%E3", "%E9%E8%E7", "%FF%FE", "%B0", "%A4", "caf%E9", "%82%A8%92"])
    func unread(value: String) {
        #expect(Self.words(value) == nil)
    }

    @Test("An identifier among legacy words is found")
    func identifier() {
        #expect(Self.words("%B0%A1%B3%AA+jane.roe@example.org") == nil)
        #expect(Self.words("%82%A8%92%83+090-1234-5678") == nil)
    }

    @Test("Bytes of any kind are read as UTF-8 or not at all")
    func anyBytes() {
        for first in UInt8(0x80)...0xFF {
            for second in UInt8.min...0xFF {
                if let text = LegacyText.utf8([first, second]) {
                    #expect(String(validating: text, as: UTF8.self) != nil)
                }
            }
        }
    }
}
