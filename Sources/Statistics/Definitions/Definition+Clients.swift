import Events

extension Definition {
    static let browsers = Definition(
        "browsers", .requests, by: .text(.browser), vocabulary: .open, columns: [.hits, .visits, .visitors],
        guards: [.furtherHits], relation: .totals(.hits, .visits))
    static let browserVersions = Definition(
        "browser_versions", .requests, by: .text(.browser), .browserMajor, vocabulary: .open,
        columns: [.hits, .visitors], relation: .children(of: "browsers"))
    static let operatingSystems = clients("operating_systems", by: .os)
    static let deviceClasses = clients("device_classes", by: .deviceClass, .closed)
    static let terminals = clients("terminals", by: .terminal)
    static let languages = clients("languages", by: .language)
    static let countries = Definition(
        "countries", .requests, by: .text(.country), vocabulary: .open, columns: [.hits, .pageViews, .visitors],
        guards: [.otherHits], relation: .totals(.hits, .pageViews))
    static let regions = Definition(
        "regions", .requests, by: .text(.country), .text(.region), vocabulary: .open, columns: [.hits, .visitors],
        relation: .children(of: "countries"))

    private static func clients(
        _ name: String, by field: EventField.Text, _ vocabulary: Vocabulary = .open
    ) -> Definition {
        Definition(
            name, .requests, by: .text(field), vocabulary: vocabulary, columns: [.hits, .visitors],
            relation: .totals(.hits))
    }
}
