extension Definition {
    /// The definition as text, for its digest: one `key value` per line, in a fixed order.
    public var canonicalText: String {
        var lines = [
            "definition \(name)",
            "scope \(scope.rawValue)\(needsValue ? " with a value" : "")",
            "dimensions \(dimensions.map(\.name).joined(separator: " "))",
            "vocabulary \(vocabulary.rawValue)",
            "leading \(leading.name)",
        ]
        for column in columns { lines.append("column \(column.name) = \(column.content.canonicalText)") }
        if !guards.isEmpty { lines.append("guards \(guards.map(\.name).joined(separator: " "))") }
        lines.append("relation \(relation.canonicalText)")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The text whose digest a release carries: all definitions, behind the version of the words they use.
    public static func canonicalText(of definitions: [Definition]) -> String {
        "footfall-definitions/2\n" + definitions.map(\.canonicalText).joined()
    }
}
