/// Something by which an audit log shows that it is not as it was written.
public struct AuditFault: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// The line is no record.
        case unreadable
        /// It follows a line that is no record, so its hash cannot be checked.
        case uncheckable
        /// These records stood before it.
        case missing(ClosedRange<Int>)
        /// These records stood before the first, and no record says that their term was over.
        case beginningMissing(ClosedRange<Int>)
        /// It stands after the record of this number.
        case misplaced(after: Int)
        /// Its hash does not follow from it and from what stands before.
        case changed
        /// Its MAC is not that of the log's key.
        case notGenuine
        /// Its MAC, and perhaps those of others, cannot be checked: the key that was sealed to the officers is that of a later one.
        case notCovered
        /// It says itself that the log was found damaged.
        case reported(String)
        /// These records stood at the end, as the number of the key tells.
        case endMissing(ClosedRange<Int>)
        /// The key directory's key is for a record of this number, which has long been written.
        case keyOlder(Int)
        /// The head that was kept is of a record that the log does not have yet.
        case headMissing(Int)
        /// The record of the head has another hash.
        case headDiffers(Int)
        /// The record of the head is said to have been removed when its term was over.
        case headRemoved(Int)
    }

    /// Counted from 1; nil if the fault is that of no line.
    public let line: Int?
    /// The number that stands in the line.
    public let number: Int?
    public let kind: Kind

    init(line: Int? = nil, number: Int? = nil, _ kind: Kind) {
        self.line = line
        self.number = number
        self.kind = kind
    }
}

extension AuditFault: CustomStringConvertible {
    /// For people: where and what.
    public var description: String {
        switch (number, line) {
        case (let number?, let line?): "record \(number) (line \(line)): \(words)"
        case (nil, let line?): "line \(line): \(words)"
        default: words
        }
    }

    private var words: String {
        switch kind {
        case .unreadable: "this is no record: the line was changed, or cut"
        case .uncheckable: "it follows a line that is no record, so it cannot be checked"
        case .missing(let range): "\(AuditFault.records(range)) missing before it"
        case .beginningMissing(let range):
            "\(AuditFault.records(range)) missing before it, and no record tells that their term was over"
        case .misplaced(let before):
            "it stands after record \(before): it was moved or repeated, or written under an older copy of the key"
        case .changed: "its hash does not follow from it and the record before: it was changed, or comes from elsewhere"
        case .notGenuine:
            "its MAC is not that of the log's key: it was written by somebody else, or all hashes from here on"
        case .notCovered:
            "its MAC cannot be checked, and perhaps those of others: the key in audit.origin is of a later one"
        case .reported(let fault): "the log was found damaged when this was written (\(fault))"
        case .endMissing(let range):
            "\(AuditFault.records(range)) missing at the end: they were cut off, or the log is an older copy"
        case .keyOlder(let number):
            "the key directory holds the key of record \(number): it is an older copy than the log"
        case .headMissing(let number):
            "record \(number), whose head you kept, is not there: the log is an older copy, or was cut"
        case .headDiffers(let number): "record \(number) has another hash than the head that you kept"
        case .headRemoved(let number):
            "record \(number), whose head you kept, is said to have been removed when its term was over; keep a new head"
        }
    }

    private static func records(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? "record \(range.lowerBound) is" : "records \(range.lowerBound) to \(range.upperBound) are"
    }
}
