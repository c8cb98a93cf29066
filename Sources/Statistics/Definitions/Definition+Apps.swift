import Events

extension Definition {
    static let appEvents = events("app_events", by: .text(.name), relation: .totals(.events))
    static let appEventVersions = events(
        "app_event_versions", by: .text(.name), .text(.appVersion), relation: .children(of: "app_events"))
    static let appEventPlatforms = events(
        "app_event_platforms", by: .text(.name), .text(.platform), relation: .children(of: "app_events"))
    static let screens = Definition(
        "screens", .events, by: .text(.screen), vocabulary: .open, needsValue: true, columns: [.events, .visitors],
        relation: .own)
    static let clicks = Definition(
        "clicks", .records, by: .text(.element), vocabulary: .open, needsValue: true,
        columns: [.sum(.records, as: "events"), .visitors], relation: .own)
    static let appVersions = events("app_versions", by: .text(.appVersion), relation: .totals(.events))
    static let platforms = events("platforms", by: .text(.platform), relation: .totals(.events))
    static let appStatuses = events("app_statuses", by: .text(.appStatus), relation: .totals(.events))

    private static func events(_ name: String, by dimension: Dimension, relation: Relation) -> Definition {
        Definition(
            name, .events, by: dimension, vocabulary: .open, columns: [.events, .visitors], relation: relation)
    }

    private static func events(
        _ name: String, by group: Dimension, _ dimension: Dimension, relation: Relation
    ) -> Definition {
        Definition(
            name, .events, by: group, dimension, vocabulary: .open, columns: [.events, .visitors], relation: relation)
    }
}
