extension LogField {
    /// The names of the fields in field maps, and what they take if no unit is given.
    static let named: [(name: String, field: LogField)] = [
        ("time", .time(.automatic)), ("client", .text(.client)), ("forwarded", .text(.forwarded)),
        ("user", .text(.user)), ("request", .request), ("method", .text(.method)), ("target", .text(.target)),
        ("path", .path), ("query", .query), ("protocol", .text(.protocol)), ("status", .status), ("bytes", .bytes),
        ("duration", .duration(.written)), ("referrer", .text(.referrer)), ("agent", .text(.agent)),
        ("host", .text(.host)), ("cookie", .text(.cookie)), ("tls", .text(.tls)), ("mime", .text(.mime)),
        ("cache", .text(.cache)), ("language", .text(.language)), ("mac", .text(.mac)), ("device", .text(.device)),
        ("event", .text(.event)), ("screen", .text(.screen)), ("element", .text(.element)),
        ("app_version", .text(.appVersion)), ("platform", .text(.platform)), ("terminal", .text(.terminal)),
        ("app_status", .text(.appStatus)), ("postal_code", .text(.postalCode)), ("age", .text(.age)),
        ("gender", .text(.gender)), ("occupation", .text(.occupation)),
    ]

    /// All names, for people.
    static var names: String { named.map(\.name).joined(separator: ", ") }

    /// The field of a name such as `client`, `time:ms` or `duration:us`; nil if there is none.
    init?(named text: Substring) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard let name = parts.first, let known = LogField.named.first(where: { $0.name == name }) else { return nil }
        guard parts.count == 2 else {
            self = known.field
            return
        }
        switch (known.field, parts[1]) {
        case (.time, "s"): self = .time(.epoch(.seconds))
        case (.time, "ms"): self = .time(.epoch(.milliseconds))
        case (.time, "us"): self = .time(.epoch(.microseconds))
        case (.time, "ns"): self = .time(.epoch(.nanoseconds))
        case (.duration, "s"): self = .duration(.seconds)
        case (.duration, "ms"): self = .duration(.milliseconds)
        case (.duration, "us"): self = .duration(.microseconds)
        case (.duration, "ns"): self = .duration(.nanoseconds)
        default: return nil
        }
    }

    /// How many places a record has that fields fill.
    static let placeCount = 35

    /// The place that the field fills; nil for ``ignored``.
    ///
    /// Of fields with the same place one is used.
    var place: Int? {
        switch self {
        // The request line before what it consists of: should a log have both, a value of its own counts more.
        case .request: 0
        case .text(let text): text.rawValue + 1
        case .path: 28
        case .query: 29
        case .status, .statusOrState: 30
        case .bytes: 31
        case .duration: 32
        case .time(.timeOfDay): 33
        case .time: 34
        case .ignored: nil
        }
    }
}
