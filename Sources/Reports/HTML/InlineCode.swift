/// What a page runs or is styled by: the style sheet and the script of this program, and nothing else can be one.
///
/// Neither holds `<` or `&`, so HTML and XML read both alike.
struct InlineCode: Sendable {
    let element: StaticString
    let content: String

    static let style = InlineCode(element: "style", content: Stylesheet.text)
    static let script = InlineCode(element: "script", content: Script.text)

    private init(element: StaticString, content: String) {
        self.element = element
        self.content = content
    }
}
