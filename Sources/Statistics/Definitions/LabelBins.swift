/// Whole numbers in a few named bins: the rows of a table of sizes or times.
struct LabelBins {
    let labels: [String]
    /// The lowest number of each bin, ascending from 0.
    private let lower: [Int64]

    /// Bins from each of `lower` up to the next.
    private init(_ lower: [Int64]) {
        self.lower = lower
        labels = lower.indices.map { index in
            guard index + 1 < lower.count else { return "\(lower[index])-" }
            let last = lower[index + 1] - 1
            return last == lower[index] ? "\(last)" : "\(lower[index])-\(last)"
        }
    }

    /// The bin of a number that is not negative.
    @inline(__always)
    func index(of number: Int64) -> Int {
        var index = lower.count - 1
        while number < lower[index] { index -= 1 }
        return index
    }
}

extension LabelBins {
    /// Bytes, by powers of four from one kibibyte on.
    static let responseSize = LabelBins([0, 1] + (5...16).map { 1 << (2 * $0) })
    /// Microseconds.
    static let responseTime = LabelBins([
        0, 1000, 10_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000,
    ])
    /// Seconds.
    static let visitDuration = LabelBins([0, 10, 30, 60, 180, 600, 1800])
    /// Page views.
    static let visitLength = LabelBins([1, 2, 3, 4, 6, 11, 21])
    /// Visits.
    static let visitCount = LabelBins([1, 2, 3, 4, 6, 11])
}
