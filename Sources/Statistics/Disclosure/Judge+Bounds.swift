extension Judge {
    /// The lower bound that is told of a number: the largest of 1, 2 and 5 times a power of ten that is not above it.
    ///
    /// Whoever knows how it is made knows that the number is below the next larger bound. So bounds are as far apart as
    /// a half of what they bound or farther, and those that k−1 people would tell apart are passed over.
    func lowerBound(of sum: Int64) -> Int64 {
        let isWide = protections.contains(.bounds)
        let bounds = isWide ? Judge.roughBounds : Judge.fineBounds
        let next = bounds.firstIndex { $0 > sum } ?? bounds.endIndex - 1
        let least = isWide ? Int64(threshold.visitors - 1) : 0
        return bounds[..<next].indices.last { bounds[$0 + 1] - bounds[$0] >= least }.map { bounds[$0] } ?? min(1, sum)
    }

    private static let roughBounds = bounds([1, 2, 5])
    /// All numbers of one significant digit.
    private static let fineBounds = bounds(Array(1...9))

    private static func bounds(_ digits: [Int64]) -> [Int64] {
        let powers = sequence(first: Int64(1)) { $0 < .max / 10 ? 10 * $0 : nil }
        return powers.flatMap { power in digits.map { power.multipliedReportingOverflow(by: $0) } }
            .compactMap { $0.overflow ? nil : $0.partialValue } + [.max]
    }
}
