/// Headings, and changes for better or worse, in colour where it is wanted (ECMA-48, SGR).
struct TextStyle {
    let colour: Bool

    func strong(_ text: String) -> String { wrap(text, "1") }
    func faint(_ text: String) -> String { wrap(text, "2") }
    func bar(_ text: String) -> String { wrap(text, "36") }
    func heading(_ text: String) -> String { wrap(text, "1;36") }

    /// A change as ``ReportWords`` writes it: green up, red down.
    func change(_ text: String) -> String {
        text.contains("▲") ? wrap(text, "32") : text.contains("▼") ? wrap(text, "31") : text
    }

    /// A line that takes at most `columns`; one that is longer is cut, ends with "…" and loses its colours.
    func fitted(_ line: String, to columns: Int) -> String {
        let plain = colour ? TextStyle.withoutColour(line) : line
        guard SafeText.width(plain) > columns else { return line }
        var taken = 1
        let head = plain.prefix { character in
            taken += SafeText.width(String(character))
            return taken <= columns
        }
        return head + "…"
    }

    /// All escapes in a line are this type's own: what came from outside is escaped before.
    private static func withoutColour(_ line: String) -> String {
        line.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
    }

    private func wrap(_ text: String, _ code: String) -> String {
        colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
