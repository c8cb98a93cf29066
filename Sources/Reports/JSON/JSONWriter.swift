/// Writes JSON (RFC 8259) with a fixed order of members, indented by two spaces.
struct JSONWriter {
    private(set) var text = ""
    private var depth = 0
    private var isFirst = true

    mutating func object(_ members: (inout JSONWriter) -> Void) {
        enclosed("{", "}", members)
    }

    mutating func array<Element>(_ elements: [Element], _ write: (inout JSONWriter, Element) -> Void) {
        enclosed("[", "]") { writer in
            for element in elements {
                writer.separate()
                write(&writer, element)
            }
        }
    }

    mutating func key(_ name: String) {
        separate()
        quote(name)
        text += ": "
    }

    mutating func value(_ number: Int64?) {
        text += number.map { String($0) } ?? "null"
    }

    mutating func null() {
        text += "null"
    }

    mutating func value(_ string: String) {
        quote(string)
    }

    mutating func value(_ flag: Bool) {
        text += flag ? "true" : "false"
    }

    private mutating func enclosed(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
        text += open
        depth += 1
        isFirst = true
        body(&self)
        depth -= 1
        if !isFirst { text += "\n" + String(repeating: "  ", count: depth) }
        isFirst = false
        text += close
    }

    private mutating func separate() {
        text += isFirst ? "\n" : ",\n"
        text += String(repeating: "  ", count: depth)
        isFirst = false
    }

    /// RFC 8259, section 7; beyond what it asks, everything that ``SafeText`` escapes is escaped here too.
    private mutating func quote(_ string: String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case _ where SafeText.isUnsafe(scalar):
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
