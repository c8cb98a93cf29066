public import Events

/// What came of a request: counts, days and words of closed sets, never an identifier.
///
/// It lies sealed with the request, and its receipt is written from it.
public struct RequestOutcome: Codable, Hashable, Sendable {
    /// What was counted.
    public enum Count: String, CaseIterable, Codable, Sendable {
        /// Lines of the subject that were found or handed over.
        case lines
        /// Rejected lines that hold an identifier of the subject.
        case rejects
        /// Lines in holds.
        case held
        /// Lines that a disclosure shows; those that it does not as they are locked.
        case shown, locked
        /// Lines that bear an identifier of the subject and are not shown or taken out, as they are somebody else's too.
        case withheld
        /// Rows that were taken out of the events, or put right in them.
        case rows
        /// Sealed lines that were taken out.
        case removed
    }

    /// Data that stays as it is.
    public enum Kept: String, CaseIterable, Codable, Sendable {
        /// Sealed lines, and rejected ones.
        case raw, rejects
        /// Records that are held.
        case misuse, illegal, order
        /// Events of days whose lines are gone: nobody can tell whose they are.
        case unattributable
        /// Events of days that could not be made anew.
        case events
        /// Released statistics.
        case statistics
        /// Lines that bear nothing but an address that others use as well.
        case sharedAddress = "shared-address"
        /// Lines that bear an identifier of the subject behind somebody else's.
        case othersLines = "others-lines"
    }

    /// Why it stays.
    public enum Reason: String, CaseIterable, Codable, Sendable {
        /// A law asks for the lines.
        case law
        /// The term of held records.
        case hold
        /// The lines that would tell whose they are were destroyed.
        case destroyed
        /// The difference between two releases would point to the person.
        case released
        /// It cannot be told from what is others'.
        case shared
        /// It is somebody else's too.
        case others
        /// A sealed file is damaged or missing; another way would cost others their data.
        case damaged
        /// The policy by which it was made is not on record, so it cannot be made anew.
        case policyUnknown = "policy-unknown"
        /// A sealed line cannot be parsed any more as it was.
        case unparsable
        /// Not all of the lines are sealed that it was made of.
        case rowsMissing = "rows-missing"
    }

    /// One kind of data that stays, over a range of days.
    public struct Stay: Codable, Hashable, Sendable {
        public let kept: Kept
        public let reason: Reason
        /// The days of the data, `YYYY-MM-DD`; nil where days say nothing.
        public let from: String?
        public let to: String?
        /// The last day on which any of it is kept; nil if it is kept without end, or with no term of its own.
        public let until: String?

        public init(_ kept: Kept, _ reason: Reason, days: ClosedRange<Day>? = nil, until: Day? = nil) {
            self.kept = kept
            self.reason = reason
            from = days.map { "\($0.lowerBound)" }
            to = days.map { "\($0.upperBound)" }
            self.until = until.map { "\($0)" }
        }
    }

    /// A file that could not be read to its end.
    public struct Fault: Codable, Hashable, Sendable {
        /// Its path below the store.
        public let file: String

        public init(file: String) { self.file = file }
    }

    /// Counts; what is not among them is none.
    public private(set) var counts: [String: Int] = [:]
    /// The days that hold data of the subject, `YYYY-MM-DD`.
    public private(set) var days: [String] = []
    /// Days that are open yet: the request goes on once they are closed.
    public private(set) var waiting: [String] = []
    public var stays: [Stay] = []
    /// Input files that still hold lines of the days concerned, for the officer.
    public var inputs: [String] = []
    public var faults: [Fault] = []
    /// SHA-256 of what was handed over, in hexadecimal digits.
    public var digest: String?

    public init() {}

    public subscript(count: Count) -> Int {
        get { counts[count.rawValue] ?? 0 }
        set { counts[count.rawValue] = newValue == 0 ? nil : newValue }
    }

    /// Takes note of days that hold data of the subject.
    public mutating func add(days more: some Sequence<Day>) {
        days = Set(days).union(more.map(\.description)).sorted()
    }

    /// Takes note of days that have to be closed before the request is done.
    public mutating func wait(for more: some Sequence<Day>) {
        waiting = Set(waiting).union(more.map(\.description)).sorted()
    }

    /// Whether something is left to be done when days have been closed.
    public var isWaiting: Bool { !waiting.isEmpty }

    /// Whether nothing was found.
    public var isEmpty: Bool { counts.isEmpty && days.isEmpty && faults.isEmpty }
}
