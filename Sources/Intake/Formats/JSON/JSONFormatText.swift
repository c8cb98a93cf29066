/// An nginx `log_format` text with `escape=json` that writes a JSON object.
///
/// Read as a map from keys to variables, so that lines are read as JSON, whatever the order of their keys.
enum JSONFormatText {
    /// The keys whose values are one variable each; nil if the text is no JSON object with variables as values.
    static func entries(_ text: [UInt8]) -> [FieldMap.Entry]? {
        var reader = Reader(text: text)
        guard reader.readObject([]), reader.isAtEnd else { return nil }
        let entries = reader.found.sorted { $0.rank < $1.rank }.map { FieldMap.Entry($0.path, $0.field) }
        guard entries.contains(where: \.field.isTime), entries.contains(where: \.field.isCounted) else { return nil }
        return entries
    }

    private struct Reader {
        let text: [UInt8]
        var position = 0
        var found: [(path: [String], field: LogField, rank: Int)] = []

        var isAtEnd: Bool {
            mutating get {
                passBlanks()
                return position == text.count
            }
        }

        private mutating func passBlanks() {
            while position < text.count, text[position] <= ASCII.space { position += 1 }
        }

        private mutating func take(_ byte: UInt8) -> Bool {
            passBlanks()
            guard position < text.count, text[position] == byte else { return false }
            position += 1
            return true
        }

        mutating func readObject(_ path: [String]) -> Bool {
            guard path.count < JSONScanner.maximumDepth, take(ASCII.leftBrace) else { return false }
            if take(ASCII.rightBrace) { return true }
            repeat {
                guard take(ASCII.quote), let key = readString(), take(ASCII.colon) else { return false }
                guard readValue(path + [String(decoding: key, as: UTF8.self)]) else { return false }
            } while take(ASCII.comma)
            return take(ASCII.rightBrace)
        }

        private mutating func readValue(_ path: [String]) -> Bool {
            passBlanks()
            guard position < text.count else { return false }
            switch text[position] {
            case ASCII.leftBrace: return readObject(path)
            case ASCII.quote:
                position += 1
                guard let string = readString() else { return false }
                note(path, string)
                return true
            default:
                let start = position
                while position < text.count,
                    ![ASCII.comma, ASCII.rightBrace].contains(text[position])
                        || isWithinName(start)
                { position += 1 }
                var end = position
                while end > start, text[end - 1] <= ASCII.space { end -= 1 }
                note(path, text[start..<end])
                return end > start
            }
        }

        /// Whether the brace at the position closes a `${name}` that began behind `start`.
        private func isWithinName(_ start: Int) -> Bool {
            guard text[position] == ASCII.rightBrace, let open = text[start..<position].lastIndex(of: ASCII.leftBrace)
            else { return false }
            return !text[open..<position].contains(ASCII.rightBrace)
        }

        /// Takes the rest of a string, and its closing quote.
        private mutating func readString() -> ArraySlice<UInt8>? {
            guard let close = text[position...].firstIndex(of: ASCII.quote) else { return nil }
            defer { position = close + 1 }
            return text[position..<close]
        }

        private mutating func note(_ path: [String], _ value: ArraySlice<UInt8>) {
            guard value.first == UInt8(ascii: "$") else { return }
            var end = value.startIndex
            guard let name = try? NginxFormatText.name(text, &end), end == value.endIndex else { return }
            let directive = NginxFormatText.directive(name)
            if directive.field != .ignored { found.append((path, directive.field, directive.rank)) }
        }
    }
}
