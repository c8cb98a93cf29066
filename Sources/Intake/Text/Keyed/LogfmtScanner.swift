/// Reads logfmt lines, `key=value key="quoted value" key`, and the key=value lines that are like them.
///
/// Logfmt has no specification; lines are accepted and rejected as the Go library `github.com/go-logfmt/logfmt` does: a
/// bare value has neither quotes nor equals signs, a quoted one has the escapes of JSON and `\'`, everything up to U+0020
/// separates, and keys are well-formed UTF-8.
enum LogfmtScanner {
    /// Tells every pair of the line at `line` of `bytes`.
    ///
    /// - Parameter found: called with each pair in its order; what it throws ends the scan.
    /// - Throws: `.missingField` at the end if a quoted value is cut, `.syntax` where a pair cannot go on otherwise.
    @inline(__always)
    static func scan(
        _ bytes: Span<UInt8>, _ line: Range<Int>, _ options: LogfmtOptions,
        _ found: (_ key: Range<Int>, _ value: LogfmtValue) throws(LineFailure) -> Void
    ) throws(LineFailure) {
        let end = line.upperBound
        var position = line.lowerBound
        let separator = options.separator.byte
        while true {
            while position < end, isSpace(bytes[position]) || bytes[position] == separator { position &+= 1 }
            guard position < end else { return }
            let key = try key(bytes, &position, end, options)
            var value = LogfmtValue(position..<position)
            if options.allowsSpacesAroundEquals { passSpaces(bytes, &position, end) }
            if position < end, bytes[position] == ASCII.equals {
                position += 1
                if options.allowsSpacesAroundEquals { passSpaces(bytes, &position, end) }
                value = try self.value(bytes, &position, end, options)
            }
            try found(key, value)
            if options.separator != .space {
                passSpaces(bytes, &position, end)
                guard position == end || bytes[position] == separator else { throw LineFailure(.syntax, at: position) }
            }
        }
    }

    /// Tells the values of the wanted keys, which are paths of one key in `table`.
    @inline(__always)
    static func scan(
        _ bytes: Span<UInt8>, _ line: Range<Int>, _ options: LogfmtOptions, wanting table: KeyPathTable,
        _ found: (_ id: Int, _ value: LogfmtValue) throws(LineFailure) -> Void
    ) throws(LineFailure) {
        try scan(bytes, line, options) { key, value throws(LineFailure) in
            if let id = table.id(of: table.child(of: KeyPathTable.root, bytes, key)) { try found(id, value) }
        }
    }

    @inline(__always)
    private static func key(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ options: LogfmtOptions
    ) throws(LineFailure) -> Range<Int> {
        let start = position
        var isASCII = true
        while position < end {
            let byte = bytes[position]
            if isSpace(byte) || byte == ASCII.equals || byte == options.separator.byte { break }
            guard !isQuote(byte, options) else { throw LineFailure(.syntax, at: position) }
            isASCII = isASCII && byte < 0x80
            position &+= 1
        }
        guard position > start, isASCII || UTF8Sequence.isWellFormed(bytes, start..<position) else {
            throw LineFailure(.syntax, at: start)
        }
        return start..<position
    }

    @inline(__always)
    private static func value(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ options: LogfmtOptions
    ) throws(LineFailure) -> LogfmtValue {
        let start = position
        if start < end, isQuote(bytes[start], options) { return try quoted(bytes, &position, end, options) }
        let separator = options.separator.byte
        while position < end {
            let byte = bytes[position]
            if byte == separator || (isSpace(byte) && options.separator == .space) { break }
            guard byte != ASCII.equals, byte != ASCII.quote else { throw LineFailure(.syntax, at: position) }
            position &+= 1
        }
        var last = position
        while last > start, isSpace(bytes[last - 1]) { last &-= 1 }
        return LogfmtValue(start..<last)
    }

    /// Takes a quoted value and its quotes, whichever they are.
    @inline(__always)
    private static func quoted(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ options: LogfmtOptions
    ) throws(LineFailure) -> LogfmtValue {
        let start = position + 1
        guard let close = bytes.firstIndex(of: bytes[position], in: start..<end) else {
            throw LineFailure(.missingField, at: end)
        }
        if let escape = bytes.firstIndex(of: ASCII.backslash, in: start..<close) {
            return try quotedWithEscapes(bytes, &position, end, options, firstEscape: escape)
        }
        position = close + 1
        return LogfmtValue(start..<close, isQuoted: true)
    }

    /// Only values with escapes are looked through for control characters, as the Go library does it.
    @inline(never)
    private static func quotedWithEscapes(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ options: LogfmtOptions, firstEscape: Int
    ) throws(LineFailure) -> LogfmtValue {
        let start = position + 1
        let quote = bytes[position]
        var index = firstEscape
        while index < end, bytes[index] != quote { index += bytes[index] == ASCII.backslash ? 2 : 1 }
        guard index < end else { throw LineFailure(.missingField, at: end) }
        let close = index
        index = start
        while index < close {
            if bytes[index] == ASCII.backslash {
                if bytes[index + 1] == ASCII.apostrophe {
                    index += 2
                } else if options.allowsHexEscapes, JSONEscapes.hexByte(bytes, index, close) != nil {
                    index += 4
                } else {
                    index += try escapeLength(bytes, at: index, close)
                }
            } else {
                guard bytes[index] >= ASCII.space else { throw LineFailure(.syntax, at: index) }
                index &+= 1
            }
        }
        position = close + 1
        return LogfmtValue(start..<close, isQuoted: true, hasEscapes: true)
    }

    /// An escape that the closing quote cuts is malformed: the line goes on.
    private static func escapeLength(_ bytes: Span<UInt8>, at index: Int, _ close: Int) throws(LineFailure) -> Int {
        do throws(LineFailure) {
            return try JSONEscapes.length(bytes, at: index, close)
        } catch {
            throw LineFailure(.syntax, at: index)
        }
    }

    @inline(__always)
    private static func passSpaces(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) {
        while position < end, isSpace(bytes[position]) { position &+= 1 }
    }

    @inline(__always)
    private static func isSpace(_ byte: UInt8) -> Bool { byte <= ASCII.space }

    @inline(__always)
    private static func isQuote(_ byte: UInt8, _ options: LogfmtOptions) -> Bool {
        byte == ASCII.quote || (byte == ASCII.apostrophe && options.allowsApostrophes)
    }
}
