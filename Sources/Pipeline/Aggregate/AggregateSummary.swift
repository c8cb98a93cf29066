public import Events

/// What one aggregation did.
public struct AggregateSummary: Sendable {
    /// One epoch that was closed.
    public struct Closed: Sendable {
        public let epoch: Epoch
        public let rows: Int
        /// Bytes of the rewritten partition.
        public let bytes: Int64
        /// Tables that were released; none if too few people stood behind the day.
        public let tables: Int
        /// CPU time of numbering visits, sorting and writing.
        public let rewritingSeconds: Double
        /// CPU time of reading, counting and disclosure control.
        public let countingSeconds: Double
    }

    public internal(set) var closed: [Closed] = []
    /// Epochs that wait to be closed, with their rows.
    public internal(set) var open: [(epoch: Epoch, rows: Int)] = []
    /// Under which policy days were closed.
    public internal(set) var ruling: PolicyRuling?
    /// What was destroyed then; nil if that was not wanted.
    public internal(set) var expiry: ExpirySummary?
}
