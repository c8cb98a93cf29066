import Events
import Intake
import Privacy

/// Tells which rows are a subject's, batch by batch.
struct SubjectRows {
    private let subject: Subject
    private let tagger: SubjectTagger
    private var matcher: SubjectMatcher
    /// The numbers of the subject's addresses, by their tags.
    private let numbers: [SubjectTag: Int]
    /// The numbers of the clients of the batch that are the subject's addresses, by their places in its dictionary.
    private var clients: [UInt32: Int] = [:]
    /// Of the addresses, on the day whose lines come: by these it is told whose lines are that do not name the subject.
    var ties: [AddressTie]

    init(_ subject: Subject, _ tagger: SubjectTagger) {
        self.subject = subject
        self.tagger = tagger
        matcher = SubjectMatcher(Set(subject.identifiers.flatMap { tagger.tags(of: $0) }), tagger)
        var numbers: [SubjectTag: Int] = [:]
        for (number, address) in subject.addresses.enumerated() {
            for tag in tagger.tags(of: address) { numbers[tag] = number }
        }
        self.numbers = numbers
        ties = [AddressTie](repeating: .unseen, count: subject.addresses.count)
    }

    /// What the rows of a batch say of the subject.
    ///
    /// - Parameter row: the first one to look at; 0 tells that the batch is another one than at the last call.
    mutating func match(_ batch: RawBatch, from row: Int = 0) -> [SubjectMatch] {
        if row == 0 {
            matcher.reset()
            clients.removeAll(keepingCapacity: true)
        }
        return matcher.match(batch, from: row)
    }

    /// Whether a row of the batch that was matched last is the subject's.
    mutating func isOwn(_ match: SubjectMatch, row: Int, of batch: RawBatch) -> Bool {
        if match.contains(.leading) { return true }
        guard match.contains(.address), let number = address(ofRow: row, in: batch) else { return false }
        if ties[number] == .sole { return true }
        return !match.contains(.foreign) && (subject.usesAddressesAlone || ties[number] == .tied)
    }

    /// The number of the subject's address that a row of the batch has.
    mutating func address(ofRow row: Int, in batch: RawBatch) -> Int? {
        let column = batch[.client]
        guard row < column.indices.count, column.indices[row] != absentIndex else { return nil }
        let index = column.indices[row]
        if let known = clients[index] { return known }
        let client = column.dictionary.withValue(Int(index)) { $0.copied }
        guard let tag = tagger.tags(of: SubjectIdentifier(.address, client)).first, let number = numbers[tag] else {
            return nil
        }
        clients[index] = number
        return number
    }
}
