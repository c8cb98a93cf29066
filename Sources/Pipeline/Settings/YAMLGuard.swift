/// Refuses texts that a YAML parser could be made to suffer from, before one sees them.
///
/// Parsers copy what an alias stands for, and keep several objects for every value. So aliases and values are bounded here
/// by what the bytes can hold at most, whatever they mean. Nesting is bounded by the parser itself.
enum YAMLGuard {
    /// The size of a file.
    static let maximumBytes = 1 << 20
    /// Lines and commas: each value needs one or the other.
    private static let maximumPieces = 50_000
    /// Asterisks where an alias could begin.
    ///
    /// Aliases are refused later; so few cannot grow to much until then.
    private static let maximumAliases = 32

    static func check(_ text: [UInt8]) throws(SettingsMistake) {
        guard text.count <= maximumBytes else {
            throw SettingsMistake(line: 1, column: 1, "The file is larger than 1 MiB.")
        }
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: text.span)
        } catch {
            throw mistake(text, error.byteOffsets.lowerBound, "There are bytes here that are not UTF-8.")
        }
        var pieces = 0
        var aliases = 0
        for (index, byte) in text.enumerated() {
            switch byte {
            case 10, UInt8(ascii: ","): pieces += 1
            case UInt8(ascii: "*") where index == 0 || " \n\t[{,:-?".utf8.contains(text[index - 1]): aliases += 1
            case 9, 13, 0x20...0x7E, 0x80...0xFF: continue
            default: throw mistake(text, index, "There is a control character here.")
            }
            if aliases > maximumAliases { throw mistake(text, index, "Anchors and aliases have no place here.") }
            if pieces > maximumPieces { throw mistake(text, index, "There are too many values.") }
        }
    }

    /// - Parameter offset: a byte of the text.
    private static func mistake(_ text: [UInt8], _ offset: Int, _ message: String) -> SettingsMistake {
        let start = text[..<offset].lastIndex(of: 10).map { $0 + 1 } ?? 0
        // Columns count characters: a byte that continues one is none.
        let column = 1 + text[start..<offset].count { $0 & 0xC0 != 0x80 }
        return SettingsMistake(line: 1 + text[..<start].count { $0 == 10 }, column: column, message)
    }
}
