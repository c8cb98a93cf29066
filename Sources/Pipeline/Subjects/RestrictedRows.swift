import Events
import Intake
import Privacy
import Store

/// Tells which rows an objection keeps from being looked at.
struct RestrictedRows {
    let objections: [Objection]
    private let tagger: SubjectTagger
    private let isOwnAlone: Bool
    private var day: Day?
    private var matcher: SubjectMatcher

    /// - Parameter isOwnAlone: whether rows do not count that bear an identifier of the subject behind somebody else's, as no erasure
    ///   takes them out.
    init(_ objections: [Objection], _ tagger: SubjectTagger, isOwnAlone: Bool = false) {
        self.objections = objections
        self.isOwnAlone = isOwnAlone
        self.tagger = tagger
        matcher = SubjectMatcher([], tagger)
    }

    /// Whether no row is kept back, of no day.
    var isEmpty: Bool { objections.isEmpty }

    /// Of each row of a batch, whether it is kept back; an empty array if none is.
    mutating func match(_ batch: RawBatch, of day: Day) -> [Bool] {
        if isEmpty { return [] }
        begin(day)
        matcher.reset()
        return matcher.match(batch).map { isOwnAlone ? $0.isSubject : $0.isObjector }
    }

    /// Whether one row is kept back.
    mutating func isRestricted(_ batch: RawBatch, row: Int, of day: Day) -> Bool {
        if isEmpty { return false }
        begin(day)
        let match = matcher.match(batch, row: row)
        return isOwnAlone ? match.isSubject : match.isObjector
    }

    private mutating func begin(_ day: Day) {
        guard day != self.day else { return }
        self.day = day
        let listed = objections.filter { $0.day.map { $0 == day } ?? true }.map(\.tag)
        matcher = SubjectMatcher(Set(listed), tagger)
    }
}
