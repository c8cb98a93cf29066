import Events
import Intake
import Privacy
import Store

/// Tells which rows an objection keeps from being looked at.
struct RestrictedRows {
    let objections: [Objection]
    private let tagger: SubjectTagger
    private var day: Day?
    private var matcher: SubjectMatcher

    init(_ objections: [Objection], _ tagger: SubjectTagger) {
        self.objections = objections
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
        return matcher.match(batch).map(\.isObjector)
    }

    /// Whether one row is kept back.
    mutating func isRestricted(_ batch: RawBatch, row: Int, of day: Day) -> Bool {
        if isEmpty { return false }
        begin(day)
        return matcher.match(batch, row: row).isObjector
    }

    private mutating func begin(_ day: Day) {
        guard day != self.day else { return }
        self.day = day
        let listed = objections.filter { $0.day.map { $0 == day } ?? true }.map(\.tag)
        matcher = SubjectMatcher(Set(listed), tagger)
    }
}
