public import Events

/// Which records somebody wants to be held.
public struct HoldRequest: Sendable {
    /// The classes that records can be held in.
    public static let classes: [RetentionClass] = [.misuse, .illegal, .order]

    public let kind: RetentionClass
    public let days: ClosedRange<Day>
    /// The last day on which they are kept; of an order, and of nothing else.
    public let until: Day?
    public let filter: LineFilter
    /// What for, in words of the officer's own.
    public let reason: String?

    /// - Throws: ``JobError`` (usage) if the class is none that records are held in, or the last day is missing or too much.
    public init(
        _ kind: RetentionClass, _ days: ClosedRange<Day>, until: Day?, filter: LineFilter, reason: String? = nil
    ) throws {
        guard HoldRequest.classes.contains(kind) else {
            throw JobError(.usage, "Records are held as misuse, illegal or order.")
        }
        guard (kind == .order) == (until != nil) else {
            throw JobError(
                .usage,
                kind == .order
                    ? "An order names the last day: add --until and the day."
                    : "The term of \(kind.rawValue) is the policy's; --until is for orders.")
        }
        guard days.count(atMost: HoldRequest.dayLimit) else {
            throw JobError(.usage, "A hold is of at most \(HoldRequest.dayLimit) days.")
        }
        self.kind = kind
        self.days = days
        self.until = until
        self.filter = filter
        self.reason = reason
    }

    private static let dayLimit = 3660

    /// What lies sealed of it.
    var document: HoldDocument { HoldDocument(filter: filter.text, reason: reason) }

    /// Reads a reason from a file.
    ///
    /// - Parameter argument: a path, or `-` for the standard input.
    /// - Throws: ``IntakeError``, or ``JobError`` (usage).
    public static func reason(reading argument: String) throws -> String {
        guard let bytes = try Ingest.Input(argument).content(atMost: 64 << 10) else {
            throw JobError(.usage, "The reason is too long. It may have up to 64 KiB.")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension ClosedRange<Day> {
    fileprivate func count(atMost limit: Int) -> Bool {
        Int(upperBound.number) - Int(lowerBound.number) < limit
    }

    /// The days of it, ascending.
    var list: [Day] { (0...Int(upperBound.number - lowerBound.number)).map(lowerBound.advanced) }
}
