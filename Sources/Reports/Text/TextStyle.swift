/// Headings, and changes for better or worse, in colour where it is wanted (ECMA-48, SGR).
struct TextStyle {
    let colour: Bool

    func strong(_ text: String) -> String { wrap(text, "1") }
    func faint(_ text: String) -> String { wrap(text, "2") }
    func bar(_ text: String) -> String { wrap(text, "36") }
    func heading(_ text: String) -> String { wrap(text, "1;36") }

    /// A change as ``ReportWords/text(_:)-(ReportChange)`` writes it: green up, red down.
    func change(_ text: String) -> String {
        text.contains("▲") ? wrap(text, "32") : text.contains("▼") ? wrap(text, "31") : text
    }

    private func wrap(_ text: String, _ code: String) -> String {
        colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
