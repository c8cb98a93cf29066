/// PLAIN (`Encodings.md`, 0) for types of fixed width and booleans.
enum PlainEncoder {
    /// Appends numbers in little-endian order.
    static func append<Value: BitwiseCopyable>(_ values: Span<Value>, to output: inout [UInt8]) {
        #if _endian(big)
            #error("the numbers of a page are little-endian")
        #endif
        // SAFETY: the buffer is read before the closure ends.
        unsafe values.withUnsafeBytes { unsafe output.append(contentsOf: $0) }
    }

    /// Appends booleans, eight to a byte, the first in the lowest bit.
    static func append(_ values: Span<Bool>, to output: inout [UInt8]) {
        var index = 0
        while index < values.count {
            var byte: UInt8 = 0
            for bit in 0..<min(8, values.count - index) where values[index + bit] { byte |= 1 << UInt8(bit) }
            output.append(byte)
            index += 8
        }
    }
}
