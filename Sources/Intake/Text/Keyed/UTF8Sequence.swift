/// What begins at a byte that is not ASCII: a well-formed UTF-8 sequence or none (Unicode 15, table 3-7).
///
/// Sequences longer than need be, surrogates and what lies above U+10FFFF are malformed.
enum UTF8Sequence: Equatable {
    case whole(count: Int)
    /// The text ends before the sequence does.
    case cut
    case malformed

    init(_ bytes: Span<UInt8>, at index: Int, _ end: Int) {
        let lead = bytes[index]
        var second: ClosedRange<UInt8> = 0x80...0xBF
        let count: Int
        switch lead {
        case 0..<0x80: count = 1
        case 0xC2...0xDF: count = 2
        case 0xE0...0xEF: count = 3
        case 0xF0...0xF4: count = 4
        default:
            self = .malformed
            return
        }
        switch lead {
        case 0xE0: second = 0xA0...0xBF
        case 0xED: second = 0x80...0x9F
        case 0xF0: second = 0x90...0xBF
        case 0xF4: second = 0x80...0x8F
        default: break
        }
        for offset in 1..<count {
            guard index + offset < end else {
                self = .cut
                return
            }
            guard (offset == 1 ? second : 0x80...0xBF).contains(bytes[index + offset]) else {
                self = .malformed
                return
            }
        }
        self = .whole(count: count)
    }

    /// Whether the bytes at `range` are well-formed throughout.
    static func isWellFormed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] < 0x80 {
                index &+= 1
            } else if case .whole(let count) = UTF8Sequence(bytes, at: index, range.upperBound) {
                index += count
            } else {
                return false
            }
        }
        return true
    }
}
