import Events

extension Definition {
    static let visitDurations = Definition(
        "visit_durations", .visits, by: .visitDuration, vocabulary: .closed, columns: [.visits, .visitors],
        guards: [.longerVisits], relation: .totals(.visits))
    static let visitLengths = Definition(
        "visit_lengths", .visits, by: .visitLength, vocabulary: .closed, columns: [.visits, .visitors],
        relation: .totals(.visits))
    static let entryPages = Definition(
        "entry_pages", .views, by: .text(.path), vocabulary: .open, columns: [.visits, .sum(.bounces)],
        guards: [.laterViews, .longerVisits],
        relation: .within("pages", [.init(rows: .visits, total: .visits), .init(rows: .bounces, total: .bounces)]))
    static let exitPages = Definition(
        "exit_pages", .views, by: .text(.path), vocabulary: .open, columns: [.sum(.exits, as: "visits")],
        guards: [.earlierViews, .longerExits], relation: .within("pages", [.init(rows: .exits, total: .visits)]))
    static let viewingTimes = Definition(
        "viewing_times", .views, by: .text(.path), vocabulary: .open,
        columns: [.sum(.earlierViews, as: "page_views"), .viewingTime, .viewingTimeMedian], guards: [.exits],
        relation: .within(
            "pages", [.init(rows: .earlierViews, total: .laterViews), .init(rows: .viewingTime, total: .visitTime)]))
    static let transitions = Definition(
        "transitions", .steps, by: .text(.path), .nextPath, vocabulary: .open,
        columns: [.sum(.earlierViews, as: "page_views"), .visitors],
        relation: .flow(pages: "pages", entries: "entry_pages", exits: "exit_pages"))
}
