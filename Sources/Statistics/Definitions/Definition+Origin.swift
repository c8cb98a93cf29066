import Events

extension Definition {
    static let referrerKinds = Definition(
        "referrer_kinds", .views, by: .text(.referrerKind), vocabulary: .closed,
        columns: [.pageViews, .visits, .visitors], guards: [.laterViews], relation: .totals(.pageViews, .visits))
    static let referrers = Definition(
        "referrers", .views, by: .text(.referrerKind), .referrer, vocabulary: .open, columns: [.pageViews, .visitors],
        relation: .children(of: "referrer_kinds"))
    static let keywords = Definition(
        "keywords", .views, by: .text(.keyword), vocabulary: .open, needsValue: true, columns: [.pageViews, .visitors],
        relation: .own)
    static let campaigns = Definition(
        "campaigns", .views, by: .campaign, vocabulary: .open, needsValue: true,
        columns: [.pageViews, .visits, .visitors], guards: [.laterViews], relation: .own)
    static let searchWords = Definition(
        "search_words", .views, by: .text(.searchWords), vocabulary: .open, needsValue: true,
        columns: [.pageViews, .visitors], relation: .own)
}
