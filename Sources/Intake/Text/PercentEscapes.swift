/// Percent-escapes (RFC 3986, section 2.1) in fields that are no addresses of pages.
///
/// CloudFront writes user agents and lists of addresses so, and for years it has escaped the percent signs as well:
/// `%2520` is a space.
enum PercentEscapes {
    /// Appends the decoded bytes of `range` to `output` and says where they are in it.
    static func decode(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]) -> Range<Int> {
        let start = output.count
        var index = range.lowerBound
        while index < range.upperBound {
            var digits = index + 1
            var byte = escaped(bytes, index, range.upperBound)
            if byte == UInt8(ascii: "%"), let inner = hexByte(bytes, index + 3, range.upperBound) {
                byte = inner
                digits = index + 3
            }
            output.append(byte ?? bytes[index])
            index = byte == nil ? index + 1 : digits + 2
        }
        return start..<output.count
    }

    private static func escaped(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> UInt8? {
        bytes[index] == UInt8(ascii: "%") ? hexByte(bytes, index + 1, end) : nil
    }

    private static func hexByte(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> UInt8? {
        guard index + 2 <= end, let high = ASCII.hexDigit(bytes[index]), let low = ASCII.hexDigit(bytes[index + 1])
        else { return nil }
        return high << 4 | low
    }
}
