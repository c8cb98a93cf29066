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
}
