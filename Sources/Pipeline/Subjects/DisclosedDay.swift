import Events
import Privacy

/// What a disclosure tells of one day besides its lines.
struct DisclosedDay {
    let found: SubjectFindings.FoundDay
    /// Lines of the subject that are kept back, for they are erased as far as the law lets them be.
    let restricted: Int
    /// Lines that are not told because somebody else has objected.
    let others: Int
    /// The last days on which raw lines and rejects are kept; nil without end.
    let until: Day?
    let rejectsUntil: Day?
    /// The subject's addresses that others may have used on the day.
    let shared: [SubjectIdentifier]

    var day: Day { found.day }

    /// Whether there is anything to tell.
    var isTold: Bool { found.count > 0 || !shared.isEmpty }
}
