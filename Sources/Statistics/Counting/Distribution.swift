/// The values of a quantity in one row, in the bins of `LogBin`.
public struct Distribution: Hashable, Sendable {
    /// One bin that is not empty.
    public struct Bin: Hashable, Sendable {
        /// The lowest value that lies in it.
        public var lower: Int64
        /// How many values lie in it, those of nobody included.
        public var count: Int64
        /// How many distinct visitors have their lowest value in it.
        public var lowestOf: Int
        /// How many distinct visitors have their highest value in it.
        public var highestOf: Int

        public init(lower: Int64, count: Int64, lowestOf: Int, highestOf: Int) {
            self.lower = lower
            self.count = count
            self.lowestOf = lowestOf
            self.highestOf = highestOf
        }
    }

    /// Ascending.
    public var bins: [Bin]
    /// The sum of all values; it saturates.
    public var sum: Int64

    public init(bins: [Bin], sum: Int64) {
        self.bins = bins
        self.sum = sum
    }
}
