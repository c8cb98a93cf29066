/// Integers of as few bytes as the largest of their kind needs: big-endian, in two's complement where they have a sign.
enum NarrowNumber {
    /// How many bytes hold every one of `numbers`; 0 if all are zero.
    static func width(of numbers: some Sequence<Int64>) -> Int {
        numbers.reduce(0) { max($0, width($1)) }
    }

    private static func width(_ number: Int64) -> Int {
        guard number != 0 else { return 0 }
        let magnitude = number < 0 ? ~number : number
        return (64 - magnitude.leadingZeroBitCount) / 8 + 1
    }

    static func signed(_ bytes: [UInt8], at offset: Int, width: Int) -> Int64 {
        guard width > 0 else { return 0 }
        let unused = 64 - 8 * width
        return (Int64(bitPattern: unsigned(bytes, at: offset, width: width)) << unused) >> unused
    }

    static func unsigned(_ bytes: [UInt8], at offset: Int, width: Int) -> UInt64 {
        unsigned(bytes.span, at: offset, width: width)
    }

    static func unsigned(_ bytes: borrowing Span<UInt8>, at offset: Int, width: Int) -> UInt64 {
        // Most are that small.
        if width == 1 { return UInt64(bytes[offset]) }
        if width == 2 { return UInt64(bytes[offset]) << 8 | UInt64(bytes[offset + 1]) }
        var number: UInt64 = 0
        for place in offset..<offset + width { number = number << 8 | UInt64(bytes[place]) }
        return number
    }

    /// The largest of `count` numbers without sign that follow each other; 0 if there is none.
    static func largest(_ bytes: [UInt8], at offset: Int, count: Int, width: Int) -> UInt64 {
        guard width > 0 else { return 0 }
        if width == 1 { return UInt64(bytes[offset..<offset + count].max() ?? 0) }
        let span = bytes.span
        var largest: UInt64 = 0
        for number in 0..<count { largest = max(largest, unsigned(span, at: offset + number * width, width: width)) }
        return largest
    }
}

extension CanonicalWriter {
    /// The last `width` bytes of a number.
    mutating func write(_ number: Int64, width: Int) {
        for place in (0..<width).reversed() { write(tag: UInt8(truncatingIfNeeded: number >> Int64(8 * place))) }
    }
}
