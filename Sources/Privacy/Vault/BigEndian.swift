/// Integers with the highest byte first, as sealed files have them.
extension Array where Element == UInt8 {
    mutating func append(bigEndian value: some FixedWidthInteger) {
        for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    /// Takes the integer that begins at `position`, all bytes of which must be there, and moves `position` behind it.
    func bigEndian<Value: FixedWidthInteger>(at position: inout Int) -> Value {
        defer { position += Value.bitWidth / 8 }
        return self[position..<(position + Value.bitWidth / 8)].reduce(0) { $0 << 8 | Value(truncatingIfNeeded: $1) }
    }
}
