/// The names of tables and columns, what they are called in print, and what the words mean.
enum Vocabulary {
    static let totals = "totals"
    static let hours = "hours"
    static let robots = "robots"
    /// Two classes of output leave a store; this one stays within the organisation.
    static let outputClass = "internal"

    private static let order = [
        "pages", "entry_pages", "exit_pages", "referrers", "hours", "browsers", "operating_systems", "device_classes",
        "status_codes", "robots",
    ]

    /// Where a table stands in a report; unknown ones come last.
    static func rank(_ table: String) -> Int {
        order.firstIndex(of: table) ?? order.count
    }

    /// A name as it is printed: `page_views` is "page views".
    static func title(_ name: String) -> String {
        name == "bytes" ? "data sent" : String(name.map { $0 == "_" ? " " : $0 })
    }

    /// What a row without a value of its own is called.
    static func rowTitle(_ label: String, in table: String) -> String {
        switch (table, label) {
        case ("referrers", "(none)"): "(no referrer)"
        case ("referrers", "(unnamed)"): "(no public site)"
        case ("referrers", "(internal)"): "(this site)"
        case ("robots", "(none)"): "(without a declared name)"
        case (_, "(none)"): "(unknown)"
        case (hours, _): label.contains("-") ? "\(label.prefix(2)):00–\(label.suffix(2)):59" : "\(label):00"
        default: label
        }
    }

    /// What the words mean: two tools that define "visit" differently get different numbers.
    static let definitions: [(word: String, meaning: String)] = [
        ("visitor", "a user id, else cookie or device, else address with user agent, within one day"),
        ("hit", "any accepted request, robots not included"),
        ("page view", "a successful GET or POST of something that is not a static asset"),
        ("visit", "page views of one visitor with gaps of at most 30 minutes; ends with the day"),
        ("bounce", "a visit of one page view"),
        ("visit duration", "from the first to the last page view of a visit, on average"),
        ("entry, exit", "the first and the last page view of a visit"),
    ]
}
