extension ByteInterner {
    @inline(__always)
    static func hash(_ value: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
        let count = value.count
        var state = seed ^ UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
        guard let base = unsafe UnsafeRawPointer(value.baseAddress) else { return fold(state, 0xA076_1D64_78BD_642F) }
        // SAFETY: every load lies within `count` bytes of `base`.
        var offset = 0
        while count - offset > 16 {
            let first = unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let second = unsafe base.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self)
            state = fold(first ^ 0xE703_7ED1_A0B4_28DB ^ seed, second ^ state)
            offset &+= 16
        }
        let rest = count - offset
        var first: UInt64 = 0
        var second: UInt64 = 0
        if rest >= 8 {
            first = unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            second = unsafe base.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        } else if rest >= 4 {
            first = UInt64(unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
            second = UInt64(unsafe base.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
        } else if rest > 0 {
            first =
                UInt64(unsafe base.load(fromByteOffset: offset, as: UInt8.self)) << 16
                | UInt64(unsafe base.load(fromByteOffset: offset + rest / 2, as: UInt8.self)) << 8
                | UInt64(unsafe base.load(fromByteOffset: count - 1, as: UInt8.self))
        }
        return fold(fold(first ^ 0xE703_7ED1_A0B4_28DB ^ seed, second ^ state), 0x8EBC_6AF0_9C88_C6E3)
    }

    @inline(__always)
    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}

/// Whether two places hold the same `count` bytes, compared by words: values are short, and a call would cost more.
@inline(__always)
func equalBytes(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, count: Int) -> Bool {
    // SAFETY: the caller vouches for `count` bytes at both places; every load lies within them.
    var offset = 0
    if count >= 8 {
        while offset &+ 8 <= count {
            if unsafe left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            {
                return false
            }
            offset &+= 8
        }
        return unsafe left.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            == right.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    }
    while offset < count {
        if unsafe left.load(fromByteOffset: offset, as: UInt8.self)
            != right.load(fromByteOffset: offset, as: UInt8.self)
        {
            return false
        }
        offset &+= 1
    }
    return true
}

extension ByteDictionary {
    @inline(__always)
    func holds(_ value: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let range = range(of: index)
        guard range.count == value.count else { return false }
        guard let other = value.baseAddress else { return true }
        // SAFETY: both buffers hold `value.count` bytes while they are compared; the arena is not empty, as the value
        // is not.
        return unsafe bytes.withUnsafeBytes { arena in
            guard let base = arena.baseAddress else { return true }
            return unsafe equalBytes(base + range.lowerBound, other, count: value.count)
        }
    }

    mutating func append(_ value: UnsafeBufferPointer<UInt8>) -> Int {
        unsafe bytes.append(contentsOf: value)
        return close()
    }
}
