extension ReportPhrases {
    static let english = ReportPhrases(
        statistics: { outputClass, asOf in "\(outputClass) statistics, as of \(asOf)" },
        against: { "against \($0)" },
        perDay: { "\($0)/day" },
        visitorsPerDay: { "\($0) visitors per day, average" },
        counted: { number, column in "\(number) \(column)" },
        fewerThan: { "fewer than \($0) visitors" },
        share: "share",
        change: "change",
        notTold: "not told",
        tableOfDays: { "this table is of \($0) of the \($1) days" },
        daysShown: "days",
        ofDays: { "(\($0) of \($1) days)" },
        keyFigures: "Key figures",
        dayByDay: "Day by day",
        thisWeek: { $0 == 7 ? "The last 7 days" : "\($0) of the last 7 days" },
        thePeriod: { $0 == 1 ? "1 day" : "All \($0) days" },
        comparedWith: { period, closed in
            "Changes are against \(period)"
                + (closed == 0 ? ", of which no day can be shown." : ", per day (\(days(closed)) can be shown).")
        },
        lateLines: { "late lines: \($0)" },
        lateLinesAdded: "; the hits are in the day's sums",
        sumsBelow: "Below: sums over these days of what each day tells.",
        partialRows: "\"days\" is on how many days a row is told; its numbers, and its share, are of those days.",
        untoldTables: { "Too few visitors to tell single rows: \($0)." },
        moreRows: { "\($0) more rows" },
        moreColumns: { "not printed for want of room: \($0)" },
        moreDays: { "\($0) earlier days" },
        heat: { column, largest in "\(column) per hour of such a day, on average; █ is \(largest)" },
        someHidden: "some rows are hidden",
        someHiddenOnSomeDays: "some rows are hidden on some days",
        hiddenPercent: { percent, column in "about \(percent) % of the \(column) are in rows that are not told" },
        odd: "What is odd",
        nothingOdd: { "Nothing: no figure is clearly outside the range of the same weekday in the last \($0) weeks." },
        tooFewWeeks: "Too early to say: that takes four weeks of closed days.",
        above: {
            "\($0.date): \($0.figure) \($0.value), \($0.by) above the last \($0.count) \($0.weekday)s (at most \($0.bound))"
        },
        below: {
            "\($0.date): \($0.figure) \($0.value), \($0.by) below the last \($0.count) \($0.weekday)s (at least \($0.bound))"
        },
        unseen: {
            "\($0.date): \($0.figure) \($0.value); on each of the last \($0.count) \($0.weekday)s too few visitors met it to "
                + "tell"
        },
        silent: {
            "\($0.date): too few visitors to show anything; the last \($0.count) \($0.weekday)s had at least \($0.bound) each. "
                + "Did all logs arrive?"
        },
        statusHits: { "status \($0), hits" },
        noLines: "no lines",
        noDayClosed: "No day has been closed yet, so there is nothing to report.",
        nothingShown: { k in
            "The logs were read and counted, but these days were quiet: fewer than \(k) visitors each, or from too few "
                + "networks. Numbers about so few people would tell of single persons, so none is shown."
        },
        dayHidden: { date, k in "\(date): fewer than \(k) visitors" },
        help: { k in
            var help = [
                "Feed all logs of the site into one store (every server, every virtual host): visitors add up.",
                "Run `footfall aggregate` only when the day's last log has been fed: lines that come later are counted "
                    + "apart from their day.",
            ]
            if k > 3 {
                help.append(
                    "Where few people read the reports, `k` in policy.yaml may be lower, down to 3; it holds for days "
                        + "that are closed from then on.")
            }
            return help
        },
        noTables: "None of the days released what was asked for.",
        nothingWaiting: "Nothing is waiting: feed logs with `footfall ingest`, then run `footfall aggregate`.",
        waiting: { days, rows in
            "Lines of \(ReportPhrases.days(days)) are waiting to be closed (\(rows)): run `footfall aggregate`."
        },
        waitingUntil: { days, rows, date, time in
            "Lines of \(ReportPhrases.days(days)) are waiting (\(rows)); \(date) can be closed from \(time)."
        },
        period: "Period",
        hidden: "Hidden",
        hiddenMeaning: { k in
            "numbers that stand on fewer than k = \(k) visitors, or on too few networks, and what would give them "
                + "away; \"·\" is a number that is not told"
        },
        outputClass: "Class",
        classes: [.internal: "internal: not for publication", .published: "published: may leave the organisation"],
        policy: "policy",
        definitions: "definitions",
        words: "Words",
        timeZone: "time zone",
        visitGaps: { gaps in
            gaps.isEmpty
                ? "what the policy says"
                : gaps.map { gap in gap.since.map { "from \($0) on \(gap.time)" } ?? gap.time }.joined(separator: ", ")
        },
        seconds: { $0 == 1 ? "1 second" : "\($0) seconds" },
        minutes: { $0 == 1 ? "1 minute" : "\($0) minutes" },
        hours: { $0 == 1 ? "1 hour" : "\($0) hours" },
        closedDays: { $0 == 1 ? "1 day" : "\($0) closed days" })

    private static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}
