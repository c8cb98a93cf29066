/// Text from outside made fit for a terminal, and its width there.
enum SafeText {
    /// `text` with every character escaped that could move the cursor, hide text or turn its direction.
    static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        guard startsWithMark(text) || text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var safe = ""
        for (place, scalar) in text.unicodeScalars.enumerated() {
            if isUnsafe(scalar) || (place == 0 && isMark(scalar)) {
                safe += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// A mark without a letter of its own would join whatever is printed before it.
    private static func startsWithMark(_ text: String) -> Bool {
        text.unicodeScalars.first.map(isMark) ?? false
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// Control characters, line and paragraph separators, direction marks and everything else that is drawn as nothing.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// Columns that `text` takes in a terminal: two for wide East Asian characters (Unicode Standard Annex 11).
    static func width(_ text: String) -> Int {
        let bytes = text.utf8
        return bytes.allSatisfy { $0 < 0x80 } ? bytes.count : text.reduce(0) { $0 + width($1) }
    }

    /// `text` cut in the middle so that it takes at most `columns`: of a path, both ends tell something.
    static func fitted(_ text: String, to columns: Int) -> String {
        guard width(text) > columns else { return text }
        guard columns > 1 else { return "…" }
        let tail = prefix(of: Array(text.reversed()), columns: (columns - 1) / 2)
        let head = prefix(of: Array(text), columns: columns - 1 - width(String(tail)))
        return String(head) + "…" + String(tail.reversed())
    }

    private static func prefix(of characters: [Character], columns: Int) -> [Character] {
        var taken = 0
        return Array(
            characters.prefix { character in
                taken += width(character)
                return taken <= columns
            })
    }

    private static func width(_ character: Character) -> Int {
        guard let first = character.unicodeScalars.first?.value else { return 0 }
        switch first {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
            0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default:
            return 1
        }
    }
}
