extension TextReport {
    /// `text` on lines of the layout's width behind `heading`, which later lines leave room for.
    ///
    /// Lines are broken at spaces and, as Japanese has none, between wide characters, but never before a mark that
    /// must not begin a line.
    func wrapped(_ text: String, behind heading: String = "") -> [String] {
        let indent = SafeText.width(heading)
        let room = max(8, layout.width - indent)
        var lines: [String] = []
        var line = ""
        for piece in TextReport.pieces(of: text, room: room) {
            if !line.isEmpty, SafeText.width(line) + SafeText.width(TextReport.withoutSpace(piece)) > room {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(piece.drop { $0 == " " }) : piece
        }
        return (lines + [line]).enumerated().map { number, line in
            (number == 0 ? heading : String(repeating: " ", count: indent)) + line
        }
    }

    private static func withoutSpace(_ piece: String) -> String {
        var piece = piece
        while piece.last == " " { piece.removeLast() }
        return piece
    }

    /// Words with the space behind them, and wide characters one by one; a word longer than a line is cut.
    private static func pieces(of text: String, room: Int) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var isWide = false
        for character in text {
            let width = SafeText.width(String(character))
            let breaks =
                piece.last == " " || ((isWide || width == 2) && isIdeographic(character, piece.last))
                || SafeText.width(piece) + width > room
            if breaks, !piece.isEmpty, !"。、」)!?:;,.・ー%〜".contains(character), character != " " {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
            isWide = width == 2
        }
        return pieces + (piece.isEmpty ? [] : [piece])
    }

    /// Korean has spaces between its words and is broken there; kana and Chinese characters are broken anywhere, but
    /// words in katakana are kept together.
    private static func isIdeographic(_ character: Character, _ last: Character?) -> Bool {
        let scalars = [character, last].compactMap { $0?.unicodeScalars.first?.value }
        if scalars.count == 2, scalars.allSatisfy({ (0x30A1...0x30FC).contains($0) }) { return false }
        return scalars.contains { (0x2E80...0x9FFF).contains($0) || (0xFF00...0xFFEF).contains($0) }
    }
}
