extension TimeReader {
    /// Reads `dd/Mon/yyyy:HH:MM:SS` with what stands behind it, in brackets or not; nil if it is not there.
    ///
    /// For lines of the NCSA formats ``CommonLogClock`` does the same faster, since it knows where the bracket is.
    mutating func readCommonLog(_ bytes: Span<UInt8>, _ range: Range<Int>) -> WrittenTime? {
        var start = range.lowerBound
        var end = range.upperBound
        if range.count > 1, bytes[start] == ASCII.leftBracket, bytes[end - 1] == ASCII.rightBracket {
            start += 1
            end -= 1
        }
        guard end - start >= 20 else { return nil }
        let first = bytes.word(at: start)
        let second = bytes.word(at: start + 4)
        do throws(LineFailure) {
            let midnight: Int64
            if let known = commonLogDate.midnight(first, second) {
                midnight = known
            } else {
                midnight = try CommonLogClock.readDate(bytes, start)
                commonLogDate.keep(midnight, first, second)
            }
            var time = WrittenTime(
                local: midnight + (try CommonLogClock.readTimeOfDay(bytes, start + 12)) * 1000, offset: nil)
            var position = start + 20
            guard let fraction = TimeText.optionalFraction(bytes, &position, end) else { return nil }
            time.local += Int64(fraction)
            if position == end { return time }
            guard TimeText.byte(ASCII.space, bytes, &position, end),
                let offset = TimeText.zone(bytes, &position, end), position == end
            else { return nil }
            time.offset = offset
            return time
        } catch {
            return nil
        }
    }
}
