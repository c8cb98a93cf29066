public import Events

/// One thing that is kept, with the day on which it goes.
public struct ExpiryItem: Hashable, Sendable {
    /// What goes; in the order of these cases, where several go on one day.
    public enum Subject: Hashable, Sendable {
        /// The key of an epoch that nobody has closed.
        case epochKey(Epoch)
        /// The sealed lines and rejects of a day, with the keys that open them.
        case sealedLines(Day)
        /// What a hold keeps of a day, with the key that opens it, or the filter of a hold that has ended.
        case held(HeldDay)
        /// What is sealed of a request that has ended, with the key that opens it, and what is on record of it.
        case request(EndedRequest)
        /// The rejects of a day whose lines are still kept.
        case rejects(Day)
        /// Events by the second.
        case fineEvents(Epoch)
        /// Events by the hour.
        case coarseEvents(Epoch)
        /// The key by which a month's input is recognised; the month is told by its last day.
        case identityKey(Day)
        /// The records of the audit log up to a day.
        case auditRecords(through: Day)
    }

    public let subject: Subject
    /// The first day on which it must not be there any more: it goes at 00:00 in the store's time zone.
    public let due: Day

    public init(_ subject: Subject, due: Day) {
        self.subject = subject
        self.due = due
    }
}

extension ExpiryItem.Subject: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        left.place < right.place
    }

    /// Kind, day, and supplement or number.
    private var place: (Int, Int32, Int) {
        switch self {
        case .epochKey(let epoch): (0, epoch.day.number, epoch.supplement)
        case .sealedLines(let day): (1, day.number, 0)
        case .held(let held): (2, held.day.number, held.hold)
        case .request(let request): (3, request.day.number, request.number)
        case .rejects(let day): (4, day.number, 0)
        case .fineEvents(let epoch): (5, epoch.day.number, epoch.supplement)
        case .coarseEvents(let epoch): (6, epoch.day.number, epoch.supplement)
        case .identityKey(let day): (7, day.number, 0)
        case .auditRecords(let day): (8, day.number, 0)
        }
    }
}

extension ExpiryItem.Subject: CustomStringConvertible {
    /// A name for it, as it stands within a sentence.
    public var description: String {
        switch self {
        case .epochKey(let epoch): "the key of \(epoch)"
        case .sealedLines(let day): "the sealed lines of \(day)"
        case .held(let held): held.description
        case .request(let request): request.description
        case .rejects(let day): "the sealed rejects of \(day)"
        case .fineEvents(let epoch): "the events of \(epoch) by the second"
        case .coarseEvents(let epoch): "the events of \(epoch) by the hour"
        case .identityKey(let day): "the key that recognises input of \(day.month)"
        case .auditRecords(let day): "the audit log up to \(day)"
        }
    }
}

extension Day {
    /// `YYYY-MM`.
    fileprivate var month: Substring { description.dropLast("-DD".count) }
}
