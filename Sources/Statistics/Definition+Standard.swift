extension Definition {
    /// The tables of a closed day.
    ///
    /// Which differences a reader can form between two of them, and what stands against it:
    ///
    /// - *totals with itself*: hits − page views, page views − visits and visits − bounces are measures of their own
    ///   (`otherHits`, `laterViews`, `longerVisits`); a total is told only if nobody or enough people stand behind
    ///   them.
    /// - *totals with a table of hits, page views or visits*: the total minus all shown rows is the hidden rows
    ///   together, which are at least two and stand on enough people. A table whose total is not told is not
    ///   published at all.
    /// - *pages with entry pages*: page views − entries of one path are its `laterViews`, a guard of the entry table;
    ///   a path hidden among the pages is hidden here too, so sums over hidden paths are differences of guarded sums.
    ///   *Pages with exit pages*: the same with `earlierViews`.
    /// - *entry with exit pages, and any two tables of different dimensions*: neither contains the other, so a
    ///   difference of two rows is not the count of any group.
    /// - *visitors*: not additive, but "all − those of one row" is a group: a row's visitors are not told where
    ///   1 … k−1 people are not in it. Entry and exit pages print none, since they nest in those of pages.
    /// - *robots*: counted apart from people; no sum contains both.
    public static let standard: [Definition] = [
        totals, hours, pages, entryPages, exitPages, referrers, browsers, operatingSystems, deviceClasses, statusCodes,
        robots,
    ]

    static let totals = Definition(
        "totals", of: .total, .closed, [.hits, .bytes, .pageViews, .visits, .bounces, .duration],
        guards: [.otherHits, .laterViews, .longerVisits])
    static let hours = Definition("hours", of: .hour, .closed, [.hits], equalities: [.init(rows: .hits, total: .hits)])
    static let pages = Definition(
        "pages", of: .page, .open, [.pageViews], equalities: [.init(rows: .pageViews, total: .pageViews)])
    static let entryPages = Definition(
        "entry_pages", of: .page, .open, [.visits], guards: [.laterViews], countsVisitors: false, within: "pages",
        equalities: [.init(rows: .visits, total: .visits)])
    static let exitPages = Definition(
        "exit_pages", of: .page, .open, [.exits], guards: [.earlierViews], countsVisitors: false, within: "pages",
        equalities: [.init(rows: .exits, total: .visits)])
    static let referrers = Definition(
        "referrers", of: .referrer, .open, [.pageViews], equalities: [.init(rows: .pageViews, total: .pageViews)])
    static let browsers = Definition(
        "browsers", of: .browser, .open, [.hits], equalities: [.init(rows: .hits, total: .hits)])
    static let operatingSystems = Definition(
        "operating_systems", of: .operatingSystem, .open, [.hits], equalities: [.init(rows: .hits, total: .hits)])
    static let deviceClasses = Definition(
        "device_classes", of: .deviceClass, .closed, [.hits], equalities: [.init(rows: .hits, total: .hits)])
    static let statusCodes = Definition(
        "status_codes", of: .status, .closed, [.hits], equalities: [.init(rows: .hits, total: .hits)])
    static let robots = Definition("robots", of: .robot, .declared, [.hits, .bytes], countsVisitors: false)
}
