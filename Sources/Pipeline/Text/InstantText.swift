import Events

/// Reads the instants that people write on the command line.
public enum InstantText {
    /// Reads `2026-03-01`, `2026-03-01T04:00`, `…:30` and with `Z` or an offset such as `+09:00`; without one, UTC.
    /// - Returns: milliseconds since 1970; nil if it is none of these.
    public static func milliseconds(_ text: String) -> Int64? {
        guard let day = Day(text.prefix(10)) else { return nil }
        let midnight = Int64(day.number) * 86_400
        var rest = text.dropFirst(10)
        if rest.isEmpty { return midnight * 1000 }
        guard rest.removeFirst() == "T" else { return nil }
        var offset: Int64 = 0
        if rest.last == "Z" {
            rest.removeLast()
        } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let seconds = clock(rest[rest.index(after: sign)...], parts: 2...2) else { return nil }
            offset = rest[sign] == "-" ? -seconds : seconds
            rest = rest[..<sign]
        }
        guard let time = clock(rest, parts: 2...3) else { return nil }
        return (midnight + time - offset) * 1000
    }

    /// Reads `04:00` or `04:00:30` as seconds.
    private static func clock(_ text: Substring, parts: ClosedRange<Int>) -> Int64? {
        let fields = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.contains(fields.count) else { return nil }
        var seconds: Int64 = 0
        for (place, field) in fields.enumerated() {
            guard field.count == 2, field.allSatisfy(\.isNumber), let value = Int64(field),
                value < (place == 0 ? 24 : 60)
            else { return nil }
            seconds += value * [3600, 60, 1][place]
        }
        return seconds
    }
}
