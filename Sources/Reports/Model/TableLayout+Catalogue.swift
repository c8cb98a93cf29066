import Releases

extension TableLayout {
    static let totals = "totals"
    static let hours = "hours"
    static let weekdayHours = "weekday_hours"

    /// All tables, in the order in which they are read.
    public static let all: [TableLayout] = [
        TableLayout(totals, .traffic, "all", order: .label),
        TableLayout(hours, .traffic, "hour", order: .label),
        TableLayout(weekdayHours, .traffic, "weekday", "hour", order: .label),
        TableLayout("memberships", .traffic, "membership"),
        TableLayout("visits_per_visitor", .traffic, "visits_per_visitor", order: .label),

        TableLayout("pages", .content, "path"),
        TableLayout("hosts", .content, "host"),
        TableLayout("file_types", .content, "extension"),
        TableLayout("static_files", .content, "extension", "path", in: "file_types"),
        TableLayout("downloads", .content, "path"),
        TableLayout("not_found_pages", .content, "path"),
        TableLayout("not_found_referrers", .content, "path", "referrer", in: "not_found_pages"),
        TableLayout("status_codes", .content, "status"),
        TableLayout("methods", .content, "method"),
        TableLayout("protocols", .content, "protocol"),
        TableLayout("tls_versions", .content, "tls_version"),
        TableLayout("mime_types", .content, "mime_type"),
        TableLayout("cache_statuses", .content, "cache_status"),
        TableLayout("response_sizes", .content, "bytes_from_to", order: .label),
        TableLayout("response_times", .content, "microseconds_from_to", order: .label),

        TableLayout("visit_durations", .visits, "seconds_from_to", order: .label),
        TableLayout("visit_lengths", .visits, "pages_per_visit", order: .label),
        TableLayout("entry_pages", .visits, "path"),
        TableLayout("exit_pages", .visits, "path"),
        TableLayout("viewing_times", .visits, "path"),
        TableLayout("transitions", .visits, "from_path", "to_path", in: "pages"),

        TableLayout("referrer_kinds", .origin, "referrer_kind"),
        TableLayout("referrers", .origin, "referrer_kind", "referrer", in: "referrer_kinds"),
        TableLayout("keywords", .origin, "keyword"),
        TableLayout("campaigns", .origin, "campaign"),
        TableLayout("search_words", .origin, "search_words"),

        TableLayout("browsers", .clients, "browser"),
        TableLayout("browser_versions", .clients, "browser", "major_version", in: "browsers"),
        TableLayout("operating_systems", .clients, "operating_system"),
        TableLayout("device_classes", .clients, "device_class"),
        TableLayout("terminals", .clients, "terminal"),
        TableLayout("languages", .clients, "language"),
        TableLayout("countries", .clients, "country"),
        TableLayout("regions", .clients, "country", "region", in: "countries"),

        TableLayout("postal_areas", .people, "postal_area"),
        TableLayout("age_bands", .people, "age_band", order: .label),
        TableLayout("genders", .people, "gender"),
        TableLayout("occupations", .people, "occupation"),

        TableLayout("app_events", .apps, "event"),
        TableLayout("app_event_versions", .apps, "event", "app_version", in: "app_events"),
        TableLayout("app_event_platforms", .apps, "event", "platform", in: "app_events"),
        TableLayout("screens", .apps, "screen"),
        TableLayout("clicks", .apps, "element"),
        TableLayout("app_versions", .apps, "app_version"),
        TableLayout("platforms", .apps, "platform"),
        TableLayout("app_statuses", .apps, "app_status"),

        TableLayout("robots", .robots, "robot"),
        TableLayout("monitors", .robots, "robot"),
    ]

    static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// Where the table called `name` stands among all; unknown ones come last.
    static func rank(_ name: String) -> Int { ranks[name] ?? all.count }

    private static let ranks = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($0.element.name, $0.offset) })
}

extension TableLayout {
    /// The layout of a known table.
    public static func named(_ name: String) -> TableLayout {
        byName[name] ?? TableLayout(name, .traffic, "label")
    }

    /// The layout for rows of so many labels, which in a table of another version may be others than now.
    func with(dimensions count: Int) -> TableLayout {
        guard count != dimensions.count else { return self }
        return count == 1
            ? TableLayout(name, group, dimensions[dimensions.count - 1], order: order)
            : TableLayout(name, group, "group", dimensions[0], order: order)
    }
}
