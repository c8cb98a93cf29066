extension Definition {
    /// The definition as text, for its digest: one `key value` per line, in a fixed order.
    public var canonicalText: String {
        var lines = [
            "definition \(name)",
            "dimension \(dimension.name)",
            "vocabulary \(vocabulary.rawValue)",
            "measures \(measures.map(\.name).joined(separator: " "))",
        ]
        if !guards.isEmpty { lines.append("guards \(guards.map(\.name).joined(separator: " "))") }
        if countsVisitors { lines.append("visitors distinct") }
        if let within { lines.append("within \(within)") }
        for equality in equalities { lines.append("sum \(equality.rows.name) = totals \(equality.total.name)") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The text whose digest a release carries: all definitions, behind the version of the words they use.
    public static func canonicalText(of definitions: [Definition]) -> String {
        "footfall-definitions/1\n" + definitions.map(\.canonicalText).joined()
    }
}
