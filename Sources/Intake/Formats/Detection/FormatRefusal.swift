/// Why no format was chosen for a log: too many lines match none.
public struct FormatRefusal: Equatable, Sendable {
    /// A format that came near.
    public struct Candidate: Equatable, Sendable {
        public let name: String
        /// How many of the lines match.
        public let matching: Int
        /// Why and where (counted from 1, columns in bytes) the first line that does not match stopped being read.
        public let reason: RejectReason
        public let line: Int
        public let column: Int
    }

    /// The lines that were looked at.
    public let lines: Int
    /// At most two, the nearest first.
    public let nearest: [Candidate]
}
