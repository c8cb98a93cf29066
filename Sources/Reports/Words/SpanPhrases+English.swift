extension SpanPhrases {
    static let english = SpanPhrases(
        hours: {
            "Hours of \($0), which is not closed yet. An hour without numbers had too few visitors or waits until the day is "
                + "closed."
        },
        noHours: {
            "No hour of \($0) is released yet. `footfall aggregate --today` releases an hour one hour after its end, once lines "
                + "have been read that are later."
        },
        months: {
            "Whole months. Numbers are rounded to 10 and stand on \($0) visitors of one day; lines that came after their day was "
                + "closed are not in them."
        },
        noMonths: {
            "No month can be published: all of its days have to be closed, and one of them needs \($0) visitors."
        },
        nextMonth: { days, from in
            "\(days) can be published once all of its days are closed"
                + (from.map { ", from \($0) on." } ?? ": run `footfall aggregate`.")
        })
}
