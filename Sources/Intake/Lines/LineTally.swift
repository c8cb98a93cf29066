/// How many lines were read and what became of them, with the places of the first bad ones and never their content.
public struct LineTally: Equatable, Sendable {
    /// Where a rejected line is: lines and columns count from 1, columns in bytes.
    public struct Example: Equatable, Sendable {
        public let line: Int
        public let column: Int
    }

    /// How many examples are kept for each reason.
    public static let exampleLimit = 5

    public private(set) var accepted = 0
    private var filteredCounts = FilterReason.allCases.map { _ in 0 }
    private var rejectedCounts = RejectReason.allCases.map { _ in 0 }
    private var examplesByReason: [[Example]] = RejectReason.allCases.map { _ in [] }

    public init() {}

    /// All lines: accepted, filtered and rejected.
    public var read: Int { accepted + filtered + rejected }
    public var filtered: Int { filteredCounts.reduce(0, +) }
    public var rejected: Int { rejectedCounts.reduce(0, +) }

    public func filtered(_ reason: FilterReason) -> Int { filteredCounts[reason.rawValue] }
    public func rejected(_ reason: RejectReason) -> Int { rejectedCounts[reason.rawValue] }

    /// The first rejected lines of a reason, by line number.
    public func examples(_ reason: RejectReason) -> [Example] { examplesByReason[reason.rawValue] }

    public mutating func accept(_ count: Int = 1) {
        accepted += count
    }

    public mutating func filter(_ reason: FilterReason) {
        filteredCounts[reason.rawValue] += 1
    }

    /// Takes back that lines were accepted: they are passed over.
    public mutating func filterAccepted(_ count: Int, _ reason: FilterReason) {
        accepted -= count
        filteredCounts[reason.rawValue] += count
    }

    public mutating func reject(_ reason: RejectReason, line: Int, column: Int) {
        rejectedCounts[reason.rawValue] += 1
        if examplesByReason[reason.rawValue].count < LineTally.exampleLimit {
            examplesByReason[reason.rawValue].append(Example(line: line, column: column))
        }
    }

    /// Counts a line that a ``BlockCutter`` dropped, the same as ``LineParser`` counts lines over the limit.
    public mutating func rejectOverlong(line: Int, maximumLineBytes: Int) {
        reject(.tooLong, line: line, column: maximumLineBytes + 1)
    }

    /// Adds the counts of another part of the same input; the parts may come in any order.
    public mutating func merge(_ other: LineTally) {
        accepted += other.accepted
        for index in filteredCounts.indices { filteredCounts[index] += other.filteredCounts[index] }
        for index in rejectedCounts.indices {
            rejectedCounts[index] += other.rejectedCounts[index]
            let both = (examplesByReason[index] + other.examplesByReason[index]).sorted { $0.line < $1.line }
            examplesByReason[index] = Array(both.prefix(LineTally.exampleLimit))
        }
    }
}
