/// Words inside names by which unknown robots are recognised.
enum RobotWords {
    /// Whether a run of letters contains one of the words, or ends with `bot`.
    static func areIn(_ word: Span<UInt8>) -> Bool {
        guard word.count >= 3 else { return false }
        for index in 0...(word.count - 3) {
            let rest = word.extracting(index..<word.count)
            switch rest[0] | 0x20 {
            case UInt8(ascii: "b"):
                // Cubot makes telephones.
                if begins(rest, "bot"), isPlainOrPlural(rest), !word.equalsIgnoringCase("cubot") { return true }
            case UInt8(ascii: "c"):
                if begins(rest, "crawl") || begins(rest, "check") || begins(rest, "client") || begins(rest, "capture") {
                    return true
                }
            case UInt8(ascii: "s"):
                if begins(rest, "spider") || begins(rest, "scrap") || begins(rest, "scanner") || begins(rest, "slurp")
                    || begins(rest, "seo")
                {
                    return true
                }
            case UInt8(ascii: "f"):
                if begins(rest, "fetch") || begins(rest, "feed") || begins(rest, "favicon") { return true }
            case UInt8(ascii: "m"):
                if begins(rest, "monitor") { return true }
            case UInt8(ascii: "v"):
                if begins(rest, "valid") { return true }
            case UInt8(ascii: "p"):
                if begins(rest, "preview") || begins(rest, "proxy") || begins(rest, "parser") { return true }
            case UInt8(ascii: "r"):
                if begins(rest, "robot") || begins(rest, "reader") || begins(rest, "rss") { return true }
            case UInt8(ascii: "a"):
                if begins(rest, "archiv") || begins(rest, "analy") || begins(rest, "agent") || begins(rest, "audit") {
                    return true
                }
            case UInt8(ascii: "l"):
                if begins(rest, "library") || begins(rest, "links") { return true }
            case UInt8(ascii: "h"):
                if begins(rest, "http") || begins(rest, "headless") { return true }
            case UInt8(ascii: "i"):
                if begins(rest, "indexer") || begins(rest, "inspect") { return true }
            default: continue
            }
        }
        return false
    }

    private static func isPlainOrPlural(_ bot: Span<UInt8>) -> Bool {
        bot.count == 3 || (bot.count == 4 && bot[3] | 0x20 == UInt8(ascii: "s"))
    }

    @inline(__always)
    private static func begins(_ text: Span<UInt8>, _ word: StaticString) -> Bool {
        guard text.count >= word.utf8CodeUnitCount else { return false }
        for index in 0..<word.utf8CodeUnitCount {
            // SAFETY: a static string has `utf8CodeUnitCount` bytes.
            guard text[index] | 0x20 == (unsafe word.utf8Start[index]) else { return false }
        }
        return true
    }
}
