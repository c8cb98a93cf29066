/// The columns of a W3C extended log (<https://www.w3.org/TR/WD-logfile>), as its directives name them.
struct ColumnLayout: Sendable {
    /// What each column stands for.
    let fields: [LogField]
    /// Whether the columns are those of Amazon CloudFront, which escapes what a client sent.
    let isCloudFront: Bool
    /// The `#Fields` directive that says the same, with `x` for names that are not known.
    let formatText: String
    /// What directives have said about the times of all lines: the date of the last `#Date`, for lines that have only the
    /// time of day, and the offset from UTC.
    var outset = ColumnLayout.utc

    /// Times of this format are UTC, if no directive says otherwise.
    static var utc: TimeParts {
        var parts = TimeParts()
        parts[.offset] = 0
        return parts
    }

    /// The layout of the names in a `#Fields` directive, which blanks or tabs separate.
    ///
    /// - Returns: nil if there are no names.
    init?(names: Span<UInt8>) {
        var found: [W3CColumn] = []
        var position = 0
        while position < names.count {
            var end = position
            while end < names.count, !ASCII.isBlank(names[end]) { end += 1 }
            if end > position {
                found.append(W3CColumn(String(decoding: (position..<end).map { names[$0] }, as: UTF8.self)))
            }
            position = end + 1
        }
        guard !found.isEmpty else { return nil }
        isCloudFront = found.contains { $0.name == "x-edge-result-type" }
        formatText = "#Fields: " + found.map { $0.name ?? "x" }.joined(separator: " ")
        fields = found.indices.map { index in
            let field = found[index].field
            let isBeaten = found.indices.contains { other in
                other != index && found[other].field.isRival(of: field)
                    && (found[other].rank, other) < (found[index].rank, index)
            }
            let isPart = (field == .path || field == .query) && found.contains { $0.field == .text(.target) }
            return isBeaten || isPart ? .ignored : field
        }
    }
}
