extension LogfmtFormat {
    /// logfmt with the names of ``CommonNames``.
    static let logfmt = LogfmtFormat(
        name: "logfmt", summary: "logfmt, key=value, with the usual names", CommonNames.flat)

    /// Pairs with spaces between them whose values may stand in apostrophes, as access points write them.
    static let keyValue = LogfmtFormat(
        name: "keyvalue", summary: "key=value of devices: 'values' in apostrophes, with the usual names",
        CommonNames.flat, options: LogfmtOptions(allowsApostrophes: true), mayLackTime: true)

    /// Attributes of RADIUS accounting with commas between them.
    static let radius = LogfmtFormat(
        name: "radius", summary: "RADIUS accounting, attribute = value with commas",
        CommonNames.flat,
        options: LogfmtOptions(separator: .comma, allowsApostrophes: true, allowsSpacesAroundEquals: true),
        mayLackTime: true)
}

extension JSONFormat {
    /// JSON objects with the names of ``CommonNames``: requests, app events, devices.
    static let common = JSONFormat(
        name: "json", summary: "JSON with the usual names (requests, app events, devices)", CommonNames.nested)
}
