import Pipeline

/// What people and programs read of a look into the vault.
enum VaultText {
    static func text(_ values: [(value: String, lines: Int)]) -> String {
        let width = values.map { Amount.grouped($0.lines).count }.max() ?? 0
        return values.map { value in
            let count = Amount.grouped(value.lines)
            return String(repeating: " ", count: width - count.count) + count + "  " + printable(value.value) + "\n"
        }.joined()
    }

    static func json(
        _ field: TopField, _ values: [(value: String, lines: Int)], _ summary: VaultReadingSummary
    ) -> String {
        let top = values.map { value in
            JSONText.object([(field.rawValue, JSONText.quoted(value.value)), ("lines", String(value.lines))])
        }
        return JSONText.object([("top", JSONText.array(top)), ("restricted", String(summary.withheld))]) + "\n"
    }

    /// How many lines are kept back because somebody objects.
    static func restricted(_ summary: VaultReadingSummary) -> String {
        summary.withheld == 1
            ? "1 restricted line is not shown."
            : "\(Amount.grouped(summary.withheld)) restricted lines are not shown."
    }

    static func text(_ summary: VaultReadingSummary) -> String {
        var text =
            "\(Amount.grouped(summary.shown)) of \(Amount.grouped(summary.lines)) lines. This look is on record."
        if summary.unparsable > 0 {
            text += " Of \(Amount.grouped(summary.unparsable)) lines it is not known any more how they are parsed."
        }
        return text
    }

    /// A value without what could move the cursor of a terminal.
    private static func printable(_ value: String) -> String {
        String(value.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : Character($0) })
    }
}
