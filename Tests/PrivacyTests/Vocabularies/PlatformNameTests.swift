import TestSupport
import Testing

@testable import Privacy

@Suite("Names of platforms")
struct PlatformNameTests {
    @Test(
        "A platform is known by its name, whatever case and version",
        arguments: [
            ("iOS", "iOS"), ("IOS 18.1", "iOS"), ("iPhone OS 17_0", "iOS"), ("iPadOS", "iPadOS"),
            ("Android", "Android"), ("android 15", "Android"), ("Android-14", "Android"), ("mac os x", "macOS"),
            ("Darwin", "macOS"), ("Windows 11", "Windows"), ("win32", "Windows"), ("Linux x86_64", "Linux"),
            ("WEB", "web"), ("tvOS", "tvOS"), ("Fire OS", "Fire OS"), ("fireos", "Fire OS"),
            ("Chrome OS", "Chrome OS"), ("Nintendo Switch", "Nintendo Switch"), ("ESP32", "ESP32"),
            ("zqos", "other"), ("jane@example.org", "other"), ("01098765432", "other"), (" ", "other"), ("", nil),
        ] as [(String, String?)])
    func names(_ text: String, _ expected: String?) {
        #expect(PlatformName.name(Array(text.utf8).span) == expected)
    }

    @Test("Any bytes get a name of the list, or none")
    func anyBytes() {
        var random = SplitMix64(seed: 41)
        let alphabet = Array("aiosOSwWebnd 0123_\u{0}".utf8) + [0xFF]
        var names: Set<String> = []
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            if let name = PlatformName.name(bytes.span) { names.insert(name) }
        }
        #expect(names.isSubset(of: ["other", "iOS", "web", "Windows"]))
    }
}
