import Events
import Privacy

/// What a disclosure tells of one day besides its lines.
struct DisclosedDay {
    /// Where lines lie that are not shown, and until when.
    struct Lock: Hashable {
        let place: DisclosedLine.Place
        /// The last day on which they are kept; nil without end.
        let until: Day?
    }

    let found: SubjectFindings.FoundDay
    /// Lines of the subject that are kept back, for they are erased as far as the law lets them be.
    let locked: [Lock: Int]
    /// Lines that are not told because they are somebody else's too.
    let others: Int
    /// The last days on which raw lines and rejects are kept; nil without end.
    let until: Day?
    let rejectsUntil: Day?
    /// The subject's addresses that others may have used on the day.
    let shared: [SubjectIdentifier]

    var day: Day { found.day }

    /// Lines that are kept back as they are locked.
    var restricted: Int { locked.values.reduce(0, +) }

    /// Until when any of them is kept; nil without end, or if there are none.
    var restrictedUntil: Day? {
        let ends = locked.keys.map(\.until)
        return ends.contains(nil) ? nil : ends.compactMap(\.self).max()
    }

    /// Whether there is anything to tell.
    var isTold: Bool { found.count > 0 || others > 0 || !shared.isEmpty }
}
