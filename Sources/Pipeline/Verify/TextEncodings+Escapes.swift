/// The escapes that documents have for characters.
extension TextEncodings {
    /// The characters that have a meaning in HTML and XML.
    private static let markup = Set("&<>\"'".unicodeScalars)
    /// Besides letters and digits, the characters that hardly anything escapes.
    private static let plainMarks = Set("-._~ ".unicodeScalars)

    /// Which characters are escaped: none that need not be; all that are not ASCII; those of markup; both; the sign of
    /// mail addresses, too; all but letters and digits; and every one.
    private static let escapeRules: [@Sendable (Unicode.Scalar) -> Bool] = [
        { _ in false },
        { !$0.isASCII },
        { markup.contains($0) },
        { !$0.isASCII || markup.contains($0) },
        { !$0.isASCII || markup.contains($0) || $0 == "@" },
        { !isAlphanumeric($0) && !plainMarks.contains($0) },
        { _ in true },
    ]

    /// With escapes as writers of JSON choose them (RFC 8259, section 7), with and without one for the slash, once and
    /// twice; bytes that are no UTF-8 stay as they are.
    static func jsonEscaped(_ text: [UInt8]) -> [[UInt8]] {
        let once = escapeRules.flatMap { rule in
            ["/", "\\/"].map { slash in
                escaped(text) { scalar in
                    if rule(scalar) || scalar.value < 0x20 { return jsonEscape(scalar) }
                    switch scalar {
                    case "/": return slash
                    case "\"", "\\": return "\\\(scalar)"
                    default: return nil
                    }
                }
            }
        }
        return once + once.map { $0.replacing(Array("\\".utf8), with: Array("\\\\".utf8)) }
    }

    /// With character references, decimal, with three digits at least, or hexadecimal, and those of markup also by
    /// name; bytes that are no UTF-8 stay as they are.
    static func htmlEscaped(_ text: [UInt8]) -> [[UInt8]] {
        let numbers: [(Unicode.Scalar) -> String] = [
            { "&#\($0.value);" },
            { "&#\(String(repeating: "0", count: max(0, 3 - String($0.value).count)))\($0.value);" },
            { "&#x\(String($0.value, radix: 16));" },
        ]
        return escapeRules.flatMap { rule in
            numbers.flatMap { number in
                [true, false].map { prefersNames in
                    escaped(text) { scalar in
                        guard rule(scalar) || "&<>".unicodeScalars.contains(scalar) else { return nil }
                        return prefersNames ? names[scalar] ?? number(scalar) : number(scalar)
                    }
                }
            }
        }
    }

    private static let names: [Unicode.Scalar: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"]

    private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && isAlphanumeric(UInt8(truncatingIfNeeded: scalar.value))
    }

    /// One escape of four digits, or two for what is beyond the basic plane.
    private static func jsonEscape(_ scalar: Unicode.Scalar) -> String {
        UTF16.encode(scalar)?.map { unit in
            "\\u" + String(decoding: hexadecimal([UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]), as: UTF8.self)
        }.joined() ?? ""
    }

    /// The text with what `escape` gives for a character in its place; the text itself if it is no UTF-8.
    private static func escaped(_ text: [UInt8], _ escape: (Unicode.Scalar) -> String?) -> [UInt8] {
        guard let decoded = String(validating: text, as: UTF8.self) else { return text }
        return decoded.unicodeScalars.flatMap { Array((escape($0) ?? String($0)).utf8) }
    }
}
