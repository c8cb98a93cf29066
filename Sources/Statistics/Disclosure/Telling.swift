/// What is told of one number.
enum Telling: UInt8, Sendable {
    /// The number.
    case exact
    /// A lower bound of one significant digit, since one visitor makes most of it.
    case bound
    /// Nothing.
    case hidden
}

extension Int64 {
    /// How far apart the least and the largest possible values of a hidden number of this size have to be: wide enough
    /// that k−1 people more or less, or a fifth of it, cannot be told apart.
    func leastWidth(_ threshold: Threshold) -> Int64 {
        Swift.max(Int64(threshold.visitors - 1), self / 5 + (self % 5 == 0 ? 0 : 1))
    }

    /// Whether one visitor who has `share` of this sum makes more than 80 % of it.
    func isDominated(by share: Int64) -> Bool {
        self > 0 && subtractingReportingOverflow(share).partialValue <= (self - 1) / 5
    }
}
