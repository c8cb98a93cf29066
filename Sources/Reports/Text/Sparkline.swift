/// A line of blocks, one per number, as high as it is.
enum Sparkline {
    private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// Numbers below zero are not told and leave a gap.
    static func drawn(_ values: [Int64]) -> String {
        guard let largest = values.max(), largest > 0 else { return "" }
        return String(
            values.map { value in
                guard value >= 0 else { return " " }
                let height = Ratio(numerator: value, denominator: largest).scaled(by: Int64(blocks.count))
                return blocks[max(0, Int(height) - 1)]
            })
    }
}
