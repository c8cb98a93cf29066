import Events

/// The name under which an input's lines are remembered when none is given: its path without what log rotation adds to
/// it.
///
/// `access.log`, `access.log.1`, `access.log-20260301.gz` and `access-20260301.log` in one folder are one source.
public enum SourceName {
    public static func name(ofPath path: String) -> String {
        // Bytes, because characters can swallow a dot: a path is any bytes.
        let bytes = Array(path.utf8)
        let folderEnd = bytes.lastIndex(of: ASCII.slash).map { $0 + 1 } ?? 0
        var base = bytes[folderEnd...]
        while let shorter = withoutSuffix(base), !shorter.isEmpty { base = shorter }
        return String(decoding: bytes[..<folderEnd] + withoutDate(base), as: UTF8.self)
    }

    /// Removes one `.gz`, `.old`, `.1` or date from the end; nil if there is none.
    private static func withoutSuffix(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        for ending in [".gz", ".old"] where name.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
            return name.dropLast(ending.utf8.count)
        }
        guard let mark = name.lastIndex(of: ASCII.dot) else { return withoutDateSuffix(name) }
        let number = name[(mark + 1)...]
        if (1...4).contains(number.count), number.allSatisfy(isDigit) { return name[..<mark] }
        return withoutDateSuffix(name)
    }

    /// Removes `-20260301`, `-2026030114`, `.2026-03-01` and the like from the end; nil if there is no such date.
    private static func withoutDateSuffix(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        for length in [10, 8] where name.count > length {
            let mark = name.endIndex - length - 1
            let isMark = [ASCII.dot, ASCII.minus, UInt8(ascii: "_")].contains(name[mark])
            if isMark, isDate(Array(name[(mark + 1)...])) { return name[..<mark] }
        }
        return nil
    }

    /// Removes a date from before the extension, where logrotate's `extension` and Tomcat put it.
    private static func withoutDate(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let dot = name.lastIndex(of: ASCII.dot), let stem = withoutDateSuffix(name[..<dot]), !stem.isEmpty else {
            return name
        }
        return stem + name[dot...]
    }

    /// Whether the text is `20260301`, `2026030114` (with the hour) or `2026-03-01`.
    private static func isDate(_ bytes: [UInt8]) -> Bool {
        let isDashed = bytes.count == 10 && bytes[4] == ASCII.minus
        guard let day = isDashed ? Day(String(decoding: bytes, as: UTF8.self)) : compactDay(bytes) else { return false }
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
