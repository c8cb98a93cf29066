/// HTML in the making, in the syntax that XML has too.
///
/// Names of elements and attributes are `StaticString`s, so they stand in the source of this program. What comes from
/// outside, such as a path or a user agent, can only enter as text or as the value of an attribute, and both are escaped
/// in one place, ``escaped(_:)``. So no input can become markup, whatever it is: the compiler sees to it.
struct Markup {
    typealias Attributes = KeyValuePairs<StaticString, String?>

    private(set) var text = ""

    /// An element on lines of its own.
    mutating func block(
        _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout Markup) -> Void
    ) {
        open(name, attributes)
        text += "\n"
        content(&self)
        close(name)
        text += "\n"
    }

    /// An element on one line of its own.
    mutating func line(
        _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout Markup) -> Void
    ) {
        inline(name, attributes, content)
        text += "\n"
    }

    /// An element with nothing around it.
    mutating func inline(
        _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout Markup) -> Void
    ) {
        open(name, attributes)
        content(&self)
        close(name)
    }

    mutating func line(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
        line(name, attributes) { $0.write(text) }
    }

    mutating func inline(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
        inline(name, attributes) { $0.write(text) }
    }

    /// An element without content.
    mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) {
        tag(name, attributes)
        text += "/>"
    }

    /// Text, from anywhere.
    mutating func write(_ text: String) {
        self.text += Markup.escaped(text)
    }

    /// The style sheet or the script, as it stands in this program; the only text that is not escaped.
    mutating func write(_ code: InlineCode) {
        open(code.element)
        text += code.content
        close(code.element)
        text += "\n"
    }

    mutating func newLine() {
        text += "\n"
    }

    mutating func doctype() {
        text += "<!DOCTYPE html>\n"
    }

    private mutating func open(_ name: StaticString, _ attributes: Attributes = [:]) {
        tag(name, attributes)
        text += ">"
    }

    private mutating func close(_ name: StaticString) {
        text += "</"
        text += name.description
        text += ">"
    }

    private mutating func tag(_ name: StaticString, _ attributes: Attributes) {
        text += "<"
        text += name.description
        for (attribute, value) in attributes {
            guard let value else { continue }
            text += " "
            text += attribute.description
            text += "=\""
            text += Markup.escaped(value)
            text += "\""
        }
    }

    /// `text` without a character that HTML or XML reads as markup, or that is drawn as nothing or turns the direction
    /// of what follows.
    ///
    /// It works on code points: a quotation mark with a combining accent behind it is one `Character` that equals no
    /// quotation mark, and ends an attribute all the same.
    static func escaped(_ text: String) -> String {
        let safe = SafeText.escaped(text)
        guard safe.utf8.contains(where: isMarkup) else { return safe }
        var escaped = ""
        escaped.reserveCapacity(safe.utf8.count + 32)
        for scalar in safe.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func isMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }
}
