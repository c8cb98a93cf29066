public import Events

/// One step of an expiry; its description is what a dry run prints.
public enum ExpiryStep: Hashable, Sendable {
    /// Close an epoch: its statistics are made and its key is destroyed.
    case close(Epoch)
    /// Destroy the sealed lines and rejects of all these days together, in one rotation of the key-encryption key.
    case destroy([Day])
    /// Destroy what holds keep, in the same rotation.
    case destroyHeld([HeldDay])
    /// Destroy what is sealed and on record of requests, in the same rotation.
    case destroyRequests([EndedRequest])
    /// Remove the rejects of a day whose lines are still kept.
    ///
    /// The pair of the day stays, so this is a deletion and no
    /// crypto-erasure until the lines go too.
    case removeRejects(Day)
    /// Put events by the hour in the place of those by the second.
    case coarsen(Day, [Epoch])
    /// Remove events.
    case removeEvents(Day, [Epoch])
    /// Destroy the key that recognises a month's input, and the tags made under it; the month by its last day.
    case destroyIdentityKey(Day)
    /// Cut the audit log: the last day whose records go.
    case trimAudit(through: Day)
}

extension ExpiryStep: CustomStringConvertible {
    public var description: String {
        switch self {
        case .close(let epoch): "close \(epoch): make its statistics, destroy its key"
        case .destroy(let days): "destroy the sealed lines of \(ExpiryStep.list(days)) and the keys that open them"
        case .destroyHeld(let held):
            "destroy \(held.map(\.description).joined(separator: ", ")) and the keys that open them"
        case .destroyRequests(let requests):
            "destroy \(requests.map(\.description).joined(separator: ", ")) and the keys that open it"
        case .removeRejects(let day): "remove the sealed rejects of \(day)"
        case .coarsen(let day, let epochs): "make the events of \(day)\(ExpiryStep.parts(epochs)) coarse"
        case .removeEvents(let day, let epochs): "remove the events of \(day)\(ExpiryStep.parts(epochs))"
        case .destroyIdentityKey(let day):
            "destroy \(ExpiryItem.Subject.identityKey(day)), and the tags made under it"
        case .trimAudit(let day): "remove the records of \(ExpiryItem.Subject.auditRecords(through: day))"
        }
    }

    /// Days as a list in which those that follow each other are one range.
    private static func list(_ days: [Day]) -> String {
        var ranges: [ClosedRange<Day>] = []
        for day in days.sorted() {
            if let last = ranges.last, last.upperBound.advanced(by: 1) == day {
                ranges[ranges.count - 1] = last.lowerBound...day
            } else {
                ranges.append(day...day)
            }
        }
        return ranges.map {
            $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)"
        }
        .joined(separator: ", ")
    }

    private static func parts(_ epochs: [Epoch]) -> String {
        switch epochs.count(where: { $0.supplement > 0 }) {
        case 0: ""
        case 1: " with 1 supplement"
        case let count: " with \(count) supplements"
        }
    }
}
