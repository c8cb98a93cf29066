extension Definition {
    static let totals = Definition(
        "totals", .records, by: .all, vocabulary: .closed, leading: .hits,
        columns: [
            .visitors, .visits, .pageViews, .hits, .bytes, .pageViewsPerVisit, .bounceRate, .visitDuration,
            .visitDurationMedian, .events,
        ] + Column.durations,
        guards: [.otherHits, .laterViews, .longerVisits, .untimedHits, .otherSuccesses], relation: .own)
    static let hours = Definition(
        "hours", .requests, by: .hour, vocabulary: .closed, columns: [.hits, .pageViews, .bytes, .visitors],
        guards: [.otherHits], relation: .totals(.hits, .pageViews, .bytes))
    static let hourBlocks = Definition(
        "hour_blocks", .requests, by: .hourBlock, vocabulary: .closed, columns: [.hits, .pageViews, .bytes, .visitors],
        guards: [.otherHits], relation: .blocks(of: "hours"))
    static let memberships = Definition(
        "memberships", .requests, by: .membership, vocabulary: .closed,
        columns: [.hits, .pageViews, .visits, .visitors], guards: [.otherHits, .laterViews],
        relation: .totals(.hits, .pageViews, .visits))
    static let visitsPerVisitor = Definition(
        "visits_per_visitor", .visitors, by: .visitCount, vocabulary: .closed,
        columns: [.sum(.people, as: "visitors")], relation: .own)
}
