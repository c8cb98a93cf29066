/// A horizontal bar of block characters, an eighth of a column fine.
enum Bar {
    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// A bar as long as `value` is of `largest`, padded to `columns`; at least an eighth if there is anything at all.
    static func drawn(_ value: Int64, of largest: Int64, columns: Int) -> String {
        guard value > 0, largest > 0, columns > 0 else { return String(repeating: " ", count: max(0, columns)) }
        let length = Ratio(numerator: min(value, largest), denominator: largest).scaled(by: Int64(columns) * 8)
        let units = max(1, Int(length))
        let bar = String(repeating: "█", count: units / 8) + eighths[units % 8]
        return bar + String(repeating: " ", count: columns - SafeText.width(bar))
    }
}
