/// Words inside names by which unknown robots are recognised.
enum RobotWords {
    /// How much a word says.
    enum Evidence {
        /// Only robots say it: bot, crawler, spider.
        case sure
        /// Hardly anything but a robot says it: check, preview, validator.
        case likely
        /// Robots say it, and applications on telephones: client, reader, feed.
        case orApplication
    }

    /// What a run of letters says by the words in it, nil if nothing.
    static func evidence(in word: Span<UInt8>) -> Evidence? {
        guard word.count >= 3 else { return nil }
        var found: Evidence?
        for index in 0...(word.count - 3) {
            switch evidence(atStartOf: word.extracting(index..<word.count), isWhole: index == 0) {
            case .sure: return .sure
            case .likely: found = .likely
            case .orApplication: found = found ?? .orApplication
            case nil: continue
            }
        }
        return found
    }

    private static func evidence(atStartOf text: Span<UInt8>, isWhole: Bool) -> Evidence? {
        switch text[0] | 0x20 {
        case UInt8(ascii: "a"):
            if begins(text, "archiv") || begins(text, "audit") { return .likely }
            return begins(text, "agent") || begins(text, "analy") ? .orApplication : nil
        case UInt8(ascii: "b"):
            return begins(text, "bot") && isPlainOrPlural(text) ? .sure : nil
        case UInt8(ascii: "c"):
            if begins(text, "crawl") { return .sure }
            if begins(text, "capture") || (begins(text, "check") && !begins(text, "checkout")) { return .likely }
            return ends(text, "client") ? .orApplication : nil
        case UInt8(ascii: "e"):
            return begins(text, "extract") ? .likely : nil
        case UInt8(ascii: "f"):
            if begins(text, "favicon") { return .sure }
            if begins(text, "fetch") { return .likely }
            return begins(text, "feed") ? .orApplication : nil
        case UInt8(ascii: "g"):
            return begins(text, "grabber") ? .likely : nil
        case UInt8(ascii: "h"):
            if begins(text, "headless") { return .sure }
            return begins(text, "http") || begins(text, "harvest") ? .likely : nil
        case UInt8(ascii: "i"):
            return begins(text, "indexer") || begins(text, "inspect") ? .likely : nil
        case UInt8(ascii: "l"):
            if begins(text, "links") { return .likely }
            return begins(text, "library") ? .orApplication : nil
        case UInt8(ascii: "m"):
            return begins(text, "monitor") ? .likely : nil
        case UInt8(ascii: "p"):
            let isLikely =
                begins(text, "preview") || begins(text, "proxy") || begins(text, "parser") || begins(text, "probe")
            return isLikely ? .likely : nil
        case UInt8(ascii: "r"):
            if begins(text, "robot") { return .sure }
            if begins(text, "reader") { return .orApplication }
            return begins(text, "rss") && isWhole && text.count > 3 ? .orApplication : nil
        case UInt8(ascii: "s"):
            if begins(text, "spider") || begins(text, "scrap") || begins(text, "slurp") { return .sure }
            if begins(text, "scan") || begins(text, "sitemap") { return .likely }
            return begins(text, "seo") && (isWhole || text.count == 3) ? .likely : nil
        case UInt8(ascii: "v"):
            return begins(text, "valid") || begins(text, "verif") ? .likely : nil
        default: return nil
        }
    }

    private static func isPlainOrPlural(_ bot: Span<UInt8>) -> Bool {
        bot.count == 3 || (bot.count == 4 && bot[3] | 0x20 == UInt8(ascii: "s"))
    }

    /// Whether the rest is the word itself, or its plural.
    private static func ends(_ rest: Span<UInt8>, _ word: StaticString) -> Bool {
        begins(rest, word) && rest.count <= word.utf8CodeUnitCount + 1
    }

    @inline(__always)
    static func begins(_ text: Span<UInt8>, _ word: StaticString) -> Bool {
        guard text.count >= word.utf8CodeUnitCount else { return false }
        for index in 0..<word.utf8CodeUnitCount {
            // SAFETY: a static string has `utf8CodeUnitCount` bytes.
            guard text[index] | 0x20 == (unsafe word.utf8Start[index]) else { return false }
        }
        return true
    }
}
