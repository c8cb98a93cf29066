extension JSONFormat {
    /// GELF (<https://go2docs.graylog.org/current/getting_in_log_data/gelf.html>) with the fields of an access log as its
    /// additional ones, whose names begin with `_`.
    static let gelf = JSONFormat(
        name: "gelf", summary: "GELF with the request in additional fields",
        [FieldMap.Entry("timestamp", .time(.epoch(.seconds)))]
            + CommonNames.flat.compactMap { entry in
                entry.path.first.map { FieldMap.Entry(["_" + $0], entry.field, ignoresCase: true) }
            }, signature: ["version", "short_message"])
}
