public import Events
public import Intake

/// What one ingest did: the sums balance, `read = accepted + filtered + rejected + duplicate`.
public struct IngestSummary: Sendable {
    /// What became of one input.
    public struct Input: Sendable {
        public let path: String
        public let source: String
        /// The formats in use, in the order in which lines are tried; empty if nothing had to be parsed.
        public internal(set) var formats: [String] = []
        /// Of the lines that were looked at, how many match, where the format was found out.
        public internal(set) var detection: (lines: Int, matching: Int)?
        public internal(set) var tally = LineTally()
        /// Lines that had been counted before.
        public internal(set) var duplicate = 0
        /// Bytes of a last line that is not complete yet.
        public internal(set) var pendingBytes = 0
        /// Decompressed bytes that were consumed.
        public internal(set) var bytes: Int64 = 0
        /// Why the input could not be read to its end.
        public internal(set) var failure: String?

        public var read: Int { tally.read + duplicate }
    }

    public internal(set) var inputs: [Input] = []
    /// The signal that ended the reading before its end; nil if none did, or if a signal is its regular end.
    public internal(set) var interruption: Signal?
    public internal(set) var rowsByDay: [Day: Int] = [:]
    public internal(set) var fileCount = 0
    public internal(set) var storedBytes: Int64 = 0
    /// Raw lines that were sealed, rejected ones included, and the bytes that they take.
    public internal(set) var sealedLines = 0
    public internal(set) var sealedBytes: Int64 = 0
    /// Raw lines that were not sealed, because the term of their day was over.
    public internal(set) var lateLines = 0
    /// Whether the clients look like proxies that have not been named.
    public internal(set) var proxyHint: ProxyHint?
    /// Under which policy lines were let through.
    public internal(set) var ruling: PolicyRuling?

    public var tally: LineTally {
        inputs.reduce(into: LineTally()) { $0.merge($1.tally) }
    }
    public var read: Int { inputs.reduce(0) { $0 + $1.read } }
    public var duplicate: Int { inputs.reduce(0) { $0 + $1.duplicate } }
    public var bytes: Int64 { inputs.reduce(0) { $0 + $1.bytes } }
}
