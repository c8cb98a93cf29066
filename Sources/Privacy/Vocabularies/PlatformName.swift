/// The platforms that apps and devices say they run on.
public enum PlatformName {
    private static let names: [(spelling: String, name: String)] = [
        ("ios", "iOS"), ("iphone os", "iOS"), ("iphone", "iOS"), ("ipados", "iPadOS"), ("ipad", "iPadOS"),
        ("android", "Android"), ("macos", "macOS"), ("mac os x", "macOS"), ("mac", "macOS"), ("darwin", "macOS"),
        ("windows", "Windows"), ("win32", "Windows"), ("win", "Windows"), ("linux", "Linux"), ("web", "web"),
        ("browser", "web"), ("tvos", "tvOS"), ("watchos", "watchOS"), ("visionos", "visionOS"), ("tizen", "Tizen"),
        ("webos", "webOS"), ("harmonyos", "HarmonyOS"), ("fire os", "Fire OS"), ("fireos", "Fire OS"),
        ("chrome os", "Chrome OS"), ("chromeos", "Chrome OS"), ("roku", "Roku"), ("wear os", "Wear OS"),
        ("playstation", "PlayStation"), ("xbox", "Xbox"), ("nintendo switch", "Nintendo Switch"), ("kaios", "KaiOS"),
        ("openwrt", "OpenWrt"), ("freertos", "FreeRTOS"), ("esp32", "ESP32"), ("zephyr", "Zephyr"),
    ]

    /// The platform's name whatever its version and case, `other` for one that is not known, nil for none.
    public static func name(_ text: Span<UInt8>) -> String? {
        guard let end = text.indices.last(where: { ASCII.isLetter(text[$0]) }) else {
            return text.isEmpty ? nil : "other"
        }
        let words = text.extracting(0..<end + 1)
        // The whole text first: some names end with a digit.
        if let known = names.first(where: { text.equalsIgnoringCase($0.spelling) }) { return known.name }
        if let known = names.first(where: { words.equalsIgnoringCase($0.spelling) }) { return known.name }
        let first = text.indices.first { !ASCII.isLetter(text[$0]) } ?? text.count
        let word = text.extracting(0..<first)
        return names.first { word.equalsIgnoringCase($0.spelling) }?.name ?? "other"
    }
}
