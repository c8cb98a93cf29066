import Events

/// The name under which an input's lines are remembered when none is given: its path without what log rotation adds to
/// it.
///
/// `access.log`, `access.log.1`, `access.log-20260301.gz` and `access-20260301.log` in one folder are one source.
public enum SourceName {
    public static func name(ofPath path: String) -> String {
        let folderEnd = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        var base = path[folderEnd...]
        while let shorter = withoutSuffix(base), !shorter.isEmpty { base = shorter }
        return String(path[..<folderEnd] + withoutDate(base))
    }

    /// Removes one `.gz`, `.old`, `.1` or date from the end; nil if there is none.
    private static func withoutSuffix(_ name: Substring) -> Substring? {
        for ending in [".gz", ".old"] where name.hasSuffix(ending) {
            return name.dropLast(ending.count)
        }
        guard let mark = name.lastIndex(where: { $0 == "." }) else { return withoutDateSuffix(name) }
        let number = name[name.index(after: mark)...]
        if (1...4).contains(number.utf8.count), number.utf8.allSatisfy(isDigit) { return name[..<mark] }
        return withoutDateSuffix(name)
    }

    /// Removes `-20260301`, `-2026030114`, `.2026-03-01` and the like from the end; nil if there is no such date.
    private static func withoutDateSuffix(_ name: Substring) -> Substring? {
        for length in [10, 8] where name.utf8.count > length {
            let start = name.utf8.index(name.endIndex, offsetBy: -length)
            let mark = name.utf8.index(before: start)
            if [".", "-", "_"].contains(name[mark..<start]), isDate(name[start...]) { return name[..<mark] }
        }
        return nil
    }

    /// Removes a date from before the extension, where logrotate's `extension` and Tomcat put it.
    private static func withoutDate(_ name: Substring) -> Substring {
        guard let dot = name.lastIndex(of: "."), let stem = withoutDateSuffix(name[..<dot]), !stem.isEmpty else {
            return name
        }
        return stem + name[dot...]
    }

    /// Whether the text is `20260301`, `2026030114` (with the hour) or `2026-03-01`.
    private static func isDate(_ text: Substring) -> Bool {
        let bytes = Array(text.utf8)
        guard let day = bytes.count == 10 && bytes[4] == ASCII.minus ? Day(text) : compactDay(bytes) else {
            return false
        }
        return (1990...2199).contains(day.civil.year)
    }

    private static func compactDay(_ bytes: [UInt8]) -> Day? {
        guard bytes.allSatisfy(isDigit) else { return nil }
        func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + ASCII.digit($1) } }
        guard bytes.count == 8 || number(8..<10) < 24 else { return nil }
        return Day(year: number(0..<4), month: number(4..<6), day: number(6..<8))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { ASCII.digit(byte) < 10 }
}
