// Unsigned LEB128 and zigzag, which Thrift, the RLE hybrid and the delta encoding share.

extension [UInt8] {
    mutating func appendVarint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func appendZigZag(_ value: Int64) {
        appendVarint(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }

    mutating func appendLittleEndian(_ value: UInt32) {
        for shift in stride(from: 0, to: 32, by: 8) { append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
    }
}

extension Span<UInt8> {
    /// Reads an unsigned LEB128 of at most 64 bits and moves `position` behind it; nil if it does not end or is too
    /// long.
    @inline(__always)
    func readVarint(at position: inout Int) -> UInt64? {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while position < count, shift < 64 {
            let byte = self[position]
            position += 1
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return result }
            shift += 7
        }
        return nil
    }

    func readZigZag(at position: inout Int) -> Int64? {
        guard let value = readVarint(at: &position) else { return nil }
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    /// The little-endian 32-bit number at `position`, nil where fewer than four bytes are left.
    func readUInt32(at position: Int) -> UInt32? {
        guard position >= 0, count - position >= 4 else { return nil }
        return UInt32(self[position]) | UInt32(self[position + 1]) << 8
            | UInt32(self[position + 2]) << 16 | UInt32(self[position + 3]) << 24
    }
}
