/// The pieces that times are written with: each function takes one off the front, or returns nil.
///
/// After nil the position may lie anywhere within the text.
enum TimeText {
    /// Takes so many digits, all of them.
    @inline(__always)
    static func digits(_ count: Int, _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Int? {
        guard end - position >= count else { return nil }
        var value = 0
        for index in position..<position + count {
            let digit = ASCII.digit(bytes[index])
            guard digit < 10 else { return nil }
            value = value * 10 + digit
        }
        position += count
        return value
    }

    /// Takes a number of one to `most` digits, as many as there are.
    static func number(most: Int, _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Int? {
        let first = position
        let last = min(end, first + most)
        var value = 0
        while position < last, ASCII.digit(bytes[position]) < 10 {
            value = value * 10 + ASCII.digit(bytes[position])
            position += 1
        }
        return position > first ? value : nil
    }

    /// Takes the digits of a fraction of a second and tells milliseconds; what is smaller is dropped.
    ///
    /// - Parameter count: how many digits there must be; nil for any number of them.
    static func fraction(
        count: Int? = nil, _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
    ) -> Int? {
        let first = position
        let last = count.map { min(end, first + $0) } ?? end
        var milliseconds = 0
        var unit = 100
        while position < last, ASCII.digit(bytes[position]) < 10 {
            milliseconds += ASCII.digit(bytes[position]) * unit
            unit /= 10
            position += 1
        }
        return position - first >= count ?? 1 ? milliseconds : nil
    }

    /// Takes a point or a comma and the digits behind it, if they are there.
    ///
    /// - Returns: milliseconds; nil if the point stands alone.
    @inline(__always)
    static func optionalFraction(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Int? {
        guard position < end, bytes[position] == ASCII.dot || bytes[position] == ASCII.comma else { return 0 }
        position += 1
        return fraction(bytes, &position, end)
    }

    /// Takes an offset, `+hh`, `+hhmm` or `+hh:mm`, or a name of a zone, and tells seconds.
    static func zone(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Int? {
        guard position < end else { return nil }
        let sign = bytes[position]
        guard sign == ASCII.plus || sign == ASCII.minus else { return ZoneName.take(bytes, &position, end) }
        position += 1
        guard let hours = digits(2, bytes, &position, end), hours < 24 else { return nil }
        var minutes = 0
        if position < end, bytes[position] == ASCII.colon || ASCII.digit(bytes[position]) < 10 {
            if bytes[position] == ASCII.colon { position += 1 }
            guard let value = digits(2, bytes, &position, end), value < 60 else { return nil }
            minutes = value
        }
        let size = hours * 3600 + minutes * 60
        return sign == ASCII.minus ? -size : size
    }

    /// Takes any number of spaces, and says whether there was one.
    static func spaces(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Bool {
        let first = position
        while position < end, bytes[position] == ASCII.space { position += 1 }
        return position > first
    }

    /// Takes one byte if it is the one.
    @inline(__always)
    static func byte(_ byte: UInt8, _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Bool {
        guard position < end, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Takes letters, those of other scripts included, and says whether there was one.
    static func letters(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Bool {
        let first = position
        while position < end, bytes[position] >= 0x80 || ASCII.isLetter(bytes[position]) { position += 1 }
        return position > first
    }
}
