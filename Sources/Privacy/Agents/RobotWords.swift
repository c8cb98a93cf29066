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
            let rest = word.extracting(index..<word.count)
            if isSure(rest, of: word) { return .sure }
            if isLikely(rest, isWhole: index == 0) { found = .likely }
            if found == nil, isShared(rest, isWhole: index == 0) { found = .orApplication }
        }
        return found
    }

    private static func isSure(_ rest: Span<UInt8>, of word: Span<UInt8>) -> Bool {
        switch rest[0] | 0x20 {
        // Cubot makes telephones.
        case UInt8(ascii: "b"):
            begins(rest, "bot") && isPlainOrPlural(rest) && !word.equalsIgnoringCase("cubot")
        case UInt8(ascii: "c"): begins(rest, "crawl")
        case UInt8(ascii: "s"):
            begins(rest, "spider") || begins(rest, "scrap") || begins(rest, "slurp")
        case UInt8(ascii: "r"): begins(rest, "robot")
        case UInt8(ascii: "h"): begins(rest, "headless")
        case UInt8(ascii: "f"): begins(rest, "favicon")
        default: false
        }
    }

    private static func isLikely(_ rest: Span<UInt8>, isWhole: Bool) -> Bool {
        switch rest[0] | 0x20 {
        case UInt8(ascii: "a"): begins(rest, "archiv") || begins(rest, "audit")
        case UInt8(ascii: "c"): (begins(rest, "check") && !begins(rest, "checkout")) || begins(rest, "capture")
        case UInt8(ascii: "f"): begins(rest, "fetch")
        case UInt8(ascii: "e"): begins(rest, "extract")
        case UInt8(ascii: "g"): begins(rest, "grabber")
        case UInt8(ascii: "h"): begins(rest, "http") || begins(rest, "harvest")
        case UInt8(ascii: "i"): begins(rest, "indexer") || begins(rest, "inspect")
        case UInt8(ascii: "l"): begins(rest, "links")
        case UInt8(ascii: "m"): begins(rest, "monitor")
        case UInt8(ascii: "p"):
            begins(rest, "preview") || begins(rest, "proxy") || begins(rest, "parser") || begins(rest, "probe")
        case UInt8(ascii: "s"):
            begins(rest, "scan") || begins(rest, "sitemap") || (begins(rest, "seo") && (isWhole || rest.count == 3))
        case UInt8(ascii: "v"): begins(rest, "valid") || begins(rest, "verif")
        default: false
        }
    }

    private static func isShared(_ rest: Span<UInt8>, isWhole: Bool) -> Bool {
        switch rest[0] | 0x20 {
        case UInt8(ascii: "a"): begins(rest, "agent") || begins(rest, "analy")
        case UInt8(ascii: "c"): ends(rest, "client")
        case UInt8(ascii: "f"): begins(rest, "feed")
        case UInt8(ascii: "l"): begins(rest, "library")
        case UInt8(ascii: "r"): begins(rest, "reader") || (begins(rest, "rss") && isWhole && rest.count > 3)
        default: false
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
