// Bit packing, least significant bit first, in groups of eight values (`Encodings.md`, RLE/bit-packing hybrid; the
// delta encoding packs the same way). The only unsafe code of the encodings: packing and unpacking work on whole words
// instead of bits.

enum BitPacking {
    /// Bits needed for every number up to `largest`.
    static func width(of largest: some FixedWidthInteger) -> Int {
        largest.bitWidth - largest.leadingZeroBitCount
    }

    /// Appends `values`, padded with zeros to a multiple of eight, `width` bits each.
    ///
    /// Values fit their width.
    static func pack(_ values: Span<UInt32>, width: Int, to output: inout [UInt8]) {
        if width == 0 { return }
        precondition(width <= 32, "a 32-bit value has no more than 32 bits")
        let groups = (values.count + 7) / 8
        let start = output.count
        // Whole words are stored, so the last group may touch up to 16 bytes behind its end.
        output.append(contentsOf: repeatElement(0, count: groups * width + 16))
        // SAFETY: group g is stored at `start + g * width` in at most `width + 16` bytes, which the array has; it reads
        // values `8 * g ..< 8 * g + 8`, which exist for all but the last group, and that one is copied to a padded
        // buffer.
        unsafe output.withUnsafeMutableBytes { target in
            guard let base = target.baseAddress else { return }
            var position = unsafe base + start
            let whole = values.count / 8
            unsafe values.withUnsafeBufferPointer { source in
                for group in 0..<whole {
                    unsafe packGroup(UnsafeBufferPointer(rebasing: source[group * 8..<group * 8 + 8]), width, position)
                    unsafe position += width
                }
            }
            if whole < groups {
                var last: InlineArray<8, UInt32> = .init(repeating: 0)
                for index in whole * 8..<values.count { last[index - whole * 8] = values[index] }
                unsafe last.span.withUnsafeBufferPointer { unsafe packGroup($0, width, position) }
            }
        }
        output.removeLast(16)
    }

    /// Stores eight values in `width` bytes, and zeros in some bytes behind them.
    @inline(__always)
    private static func packGroup(
        _ values: UnsafeBufferPointer<UInt32>, _ width: Int, _ target: UnsafeMutableRawPointer
    ) {
        var word: UInt64 = 0
        var filled = 0
        var offset = 0
        for index in 0..<8 {
            let value = UInt64(unsafe values[index])
            word |= value << UInt64(truncatingIfNeeded: filled)
            filled += width
            if filled >= 64 {
                unsafe target.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
                offset += 8
                filled -= 64
                // What did not fit; the shift is below 64 because the value has at most 32 bits.
                word = filled == 0 ? 0 : value >> UInt64(truncatingIfNeeded: width - filled)
            }
        }
        unsafe target.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
    }

    /// Appends `count` numbers of `width` bits from `input`, which must hold them.
    static func unpack(_ input: Span<UInt8>, width: Int, count: Int, to output: inout [UInt32]) {
        precondition(width <= 32 && (count * width + 7) / 8 <= input.count, "the packed values lie outside the input")
        if width == 0 {
            output.append(contentsOf: repeatElement(0, count: count))
            return
        }
        let mask = UInt64.max >> UInt64(64 - width)
        let start = output.count
        output.append(contentsOf: repeatElement(0, count: count))
        // A word can be loaded from every byte that has seven more behind it; what is nearer to the end is read byte by
        // byte.
        let fast = min(count, input.count >= 8 ? (input.count - 8) * 8 / width + 1 : 0)
        // SAFETY: value i lies in the eight bytes from `i * width / 8`, since 7 + 32 bits fit in them, and for i < fast
        // these exist.
        unsafe output.withUnsafeMutableBufferPointer { target in
            unsafe input.withUnsafeBytes { source in
                var bit = 0
                for index in 0..<fast {
                    let word = unsafe UInt64(
                        littleEndian: source.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
                    unsafe target[start + index] = UInt32(truncatingIfNeeded: word >> UInt64(bit & 7) & mask)
                    bit += width
                }
            }
        }
        for index in fast..<max(count, fast) {
            output[start + index] = UInt32(truncatingIfNeeded: read(input, bit: index * width, width: width))
        }
    }

    /// Reads `width` (at most 64) bits from `bit`, bytes outside `input` being zero.
    static func read(_ input: Span<UInt8>, bit: Int, width: Int) -> UInt64 {
        var result: UInt64 = 0
        var filled = -(bit & 7)
        var index = bit >> 3
        while filled < width, index < input.count {
            let byte = UInt64(input[index])
            result |= filled < 0 ? byte >> UInt64(-filled) : byte << UInt64(filled)
            filled += 8
            index += 1
        }
        return width == 64 ? result : result & (1 << UInt64(width) - 1)
    }
}
