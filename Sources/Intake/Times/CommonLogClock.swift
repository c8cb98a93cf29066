import Events

/// Reads times of the common log format, `[10/Oct/2000:13:55:36 -0700]`, and remembers the last date and zone.
///
/// Also read are a fraction of a second (`:36.123`) and a time without a zone. A leap second (`:60`) is told as the
/// second before it: UTC counted in seconds since 1970 has no number for it, and the next second would belong to the
/// next day.
struct CommonLogClock: Sendable {
    /// The last date, `dd/Mon/yyyy:`, as two words that share four bytes, and its midnight in milliseconds.
    ///
    /// At first the shared bytes differ, so that no text agrees with them; likewise a zone's word never has its highest
    /// byte set.
    private var dateStart: UInt64 = 0
    private var dateEnd: UInt64 = .max
    private var midnight: Int64 = 0
    /// The last zone with the space before it and the bracket behind it, and its offset in milliseconds.
    private var zone: UInt64 = .max
    private var offset: Int64 = 0

    /// The offset of the last zone in seconds; nil before the first.
    var lastOffset: Int? { zone == .max ? nil : Int(offset / 1000) }

    /// Reads a time from its opening to its closing bracket.
    ///
    /// - Returns: UTC milliseconds.
    @inline(__always)
    mutating func read(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ options: LineOptions
    ) throws(LineFailure) -> Int64 {
        let bracket = position
        do throws(LineFailure) {
            return try readTime(bytes, &position, end, options)
        } catch {
            // Whatever is wrong within it, what cannot be read is the time as a whole.
            throw error.reason == .missingField ? error : LineFailure(error.reason, at: bracket)
        }
    }

    @inline(__always)
    private mutating func readTime(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ options: LineOptions
    ) throws(LineFailure) -> Int64 {
        let start = position + 1
        guard end - start >= 21 else { throw LineFailure(.missingField, at: end) }
        let first = bytes.word(at: start)
        let second = bytes.word(at: start + 4)
        if first != dateStart || second != dateEnd {
            midnight = try CommonLogClock.readDate(bytes, start)
            dateStart = first
            dateEnd = second
        }
        let seconds = try CommonLogClock.readTimeOfDay(bytes, start + 12)
        var result = midnight + seconds * 1000
        if end - start >= 27, bytes.word(at: start + 19) >> 8 == zone {
            position = start + 27
            result -= offset
        } else {
            position = start + 20
            result = try readFractionAndZone(bytes, &position, end, local: result, options)
        }
        if result - TimeParts.day > options.latest { throw LineFailure(.future, at: start) }
        return result
    }

    /// Reads `dd/Mon/yyyy:`.
    @inline(never)
    static func readDate(_ bytes: Span<UInt8>, _ start: Int) throws(LineFailure) -> Int64 {
        guard let day = number(bytes, start..<start + 2) else { throw LineFailure(.time, at: start) }
        guard bytes[start + 2] == ASCII.slash, let month = MonthName.number(bytes, start + 3) else {
            throw LineFailure(.time, at: start + 3)
        }
        guard bytes[start + 6] == ASCII.slash, let year = number(bytes, start + 7..<start + 11),
            bytes[start + 11] == ASCII.colon
        else { throw LineFailure(.time, at: start + 7) }
        guard let date = Day(year: year, month: month, day: day) else { throw LineFailure(.time, at: start) }
        return Int64(date.number) * TimeParts.day
    }

    private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var value = 0
        for index in range {
            let digit = ASCII.digit(bytes[index])
            guard digit < 10 else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// Reads `HH:MM:SS` into seconds.
    @inline(__always)
    static func readTimeOfDay(_ bytes: Span<UInt8>, _ start: Int) throws(LineFailure) -> Int64 {
        func pair(_ index: Int) -> Int {
            let tens = ASCII.digit(bytes[index])
            let ones = ASCII.digit(bytes[index + 1])
            return tens < 10 && ones < 10 ? tens * 10 + ones : 100
        }
        let hour = pair(start)
        let minute = pair(start + 3)
        let second = pair(start + 6)
        guard hour < 24, minute < 60, second <= 60, bytes[start + 2] == ASCII.colon, bytes[start + 5] == ASCII.colon
        else { throw LineFailure(.time, at: start) }
        return Int64(hour * 3600 + minute * 60 + min(second, 59))
    }

    /// Reads what follows the seconds up to the closing bracket, and keeps the zone for the next line.
    ///
    /// - Parameter local: the time up to the seconds, in milliseconds as if it were UTC.
    /// - Returns: UTC milliseconds.
    @inline(never)
    private mutating func readFractionAndZone(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, local: Int64, _ options: LineOptions
    ) throws(LineFailure) -> Int64 {
        var milliseconds: Int64 = 0
        if position < end, bytes[position] == ASCII.dot {
            var unit: Int64 = 100
            position += 1
            let first = position
            while position < end, ASCII.digit(bytes[position]) < 10 {
                milliseconds += Int64(ASCII.digit(bytes[position])) * unit
                unit /= 10
                position += 1
            }
            if position == first { throw LineFailure(.time, at: position) }
        }
        guard position < end else { throw LineFailure(.missingField, at: end) }
        if bytes[position] == ASCII.rightBracket {
            position += 1
            return options.zone.instant(ofLocal: local + milliseconds)
        }
        guard bytes[position] == ASCII.space else { throw LineFailure(.time, at: position) }
        guard end - position >= 7 else { throw LineFailure(.missingField, at: end) }
        let sign = bytes[position + 1]
        guard sign == ASCII.plus || sign == ASCII.minus,
            let hours = CommonLogClock.number(bytes, position + 2..<position + 4), hours < 24,
            let minutes = CommonLogClock.number(bytes, position + 4..<position + 6), minutes < 60,
            bytes[position + 6] == ASCII.rightBracket
        else { throw LineFailure(.time, at: position + 1) }
        let size = Int64(hours * 3600 + minutes * 60) * 1000
        offset = sign == ASCII.minus ? -size : size
        zone = bytes.word(at: position - 1) >> 8
        position += 7
        return local + milliseconds - offset
    }
}
