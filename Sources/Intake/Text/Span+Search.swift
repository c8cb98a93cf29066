import Glibc

// The unsafe code of parsing: a search and a load, both checked against the span's bounds first.

extension Span where Element == UInt8 {
    /// The first place of `byte` within `range`.
    @inline(__always)
    func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        // SAFETY: the range lies within the span, as checked; the result is used as an index only.
        return unsafe withUnsafeBytes { buffer in
            guard !range.isEmpty, let base = buffer.baseAddress else { return nil }
            guard let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count) else { return nil }
            return unsafe UnsafeRawPointer(found) - base
        }
    }

    /// The eight bytes from `index` on, the first one in the lowest bits.
    @inline(__always)
    func word(at index: Int) -> UInt64 {
        precondition(index >= 0 && index &+ 8 <= count)
        // SAFETY: eight bytes from `index` on lie within the span, as checked.
        return UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// Whether the bytes at `range` are those of `text`.
    @inline(__always)
    func equals(_ text: StaticString, at range: Range<Int>) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        return hasPrefix(text, at: range.lowerBound, range.upperBound)
    }

    /// Whether the bytes at `range` are `value`.
    func equals(_ value: [UInt8], at range: Range<Int>) -> Bool {
        guard range.count == value.count else { return false }
        for index in value.indices where self[range.lowerBound + index] != value[index] { return false }
        return true
    }

    /// Whether the bytes from `index` on, and before `end`, begin with `text`.
    @inline(__always)
    func hasPrefix(_ text: StaticString, at index: Int, _ end: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard index >= 0, end <= count, end - index >= length else { return false }
        // SAFETY: a static string's bytes live as long as the program; both sides have `length` bytes, as checked.
        return unsafe withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return length == 0 }
            return unsafe memcmp(base + index, text.utf8Start, length) == 0
        }
    }

    /// The first place within `range` where all of `pattern` stands; the pattern is not empty.
    @inline(__always)
    func firstIndex(of pattern: Span<UInt8>, in range: Range<Int>) -> Int? {
        var start = range.lowerBound
        while let found = firstIndex(of: pattern[0], in: start..<range.upperBound) {
            guard range.upperBound - found >= pattern.count else { return nil }
            var index = 1
            while index < pattern.count, self[found + index] == pattern[index] { index &+= 1 }
            if index == pattern.count { return found }
            start = found + 1
        }
        return nil
    }
}
