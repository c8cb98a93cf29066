/// Hardware addresses as devices write them: six bytes in hexadecimal, `00:00:5e:00:53:01`, `00-00-5E-00-53-01`,
/// `0000.5e00.5301`, or twelve digits in a row.
enum HardwareAddressText {
    /// The first hardware address within `range` that stands for itself; nil if there is none.
    static func first(in bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound
        while start < range.upperBound {
            guard ASCII.hexDigit(bytes[start]) != nil else {
                start += 1
                continue
            }
            var end = start
            while end < range.upperBound, ASCII.hexDigit(bytes[end]) != nil || isSeparator(bytes[end]) { end += 1 }
            // A colon behind the address belongs to the text around it.
            while end > start, isSeparator(bytes[end - 1]) { end -= 1 }
            if start == range.lowerBound || !isLetterOrDigit(bytes[start - 1]),
                end == range.upperBound || !isLetterOrDigit(bytes[end]), isAddress(bytes, start..<end)
            {
                return start..<end
            }
            // `AP:0000.5e00.5305` begins with letters that are digits, too: the address may begin behind a colon.
            var next = start + 1
            while next < end, bytes[next - 1] != ASCII.colon { next += 1 }
            start = next
        }
        return nil
    }

    static func isAddress(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let group: Int
        switch range.count {
        case 17: group = 2
        case 14: group = 4
        default: return false
        }
        let separator = bytes[range.lowerBound + group]
        guard isSeparator(separator), group == 2 || separator == ASCII.dot else { return false }
        if group == 2, separator == ASCII.dot { return false }
        for index in range {
            let isBetween = (index - range.lowerBound) % (group + 1) == group
            guard isBetween ? bytes[index] == separator : ASCII.hexDigit(bytes[index]) != nil else { return false }
        }
        return true
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == ASCII.colon || byte == ASCII.minus || byte == ASCII.dot
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { ASCII.digit(byte) < 10 || ASCII.isLetter(byte) }
}
