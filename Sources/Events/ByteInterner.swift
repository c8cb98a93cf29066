/// Gives equal byte strings the same small number: the building of a column's dictionary.
///
/// Open addressing with linear probing; a slot holds 32 bits of the hash next to the number, so that a miss rarely touches the
/// arena. The hash folds 64-bit products (the construction of wyhash) from a secret seed, so that a stranger who writes the
/// values cannot choose them to collide.
public struct ByteInterner: Sendable {
    public private(set) var dictionary = ByteDictionary()
    private var slots: [UInt64]
    private let seed: UInt64

    /// - Parameter seed: random, secret to the process.
    public init(seed: UInt64, expecting count: Int = 512) {
        self.seed = seed
        var capacity = 1024
        while capacity < count * 2 { capacity *= 2 }
        slots = [UInt64](repeating: 0, count: capacity)
    }

    /// The number of `value`, which is appended to the dictionary if it is new.
    @inline(__always)
    public mutating func intern(_ value: Span<UInt8>) -> UInt32 {
        // SAFETY: the buffer is read, never kept.
        unsafe value.withUnsafeBufferPointer { unsafe intern($0) }
    }

    /// The number of `value`, which is appended to the dictionary if it is new.
    public mutating func intern(_ value: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = unsafe ByteInterner.hash(value, seed: seed)
        let tag = hash & 0xFFFF_FFFF_0000_0000
        let mask = slots.count - 1
        var position = Int(truncatingIfNeeded: hash) & mask
        while true {
            let slot = slots[position]
            if slot == 0 {
                return unsafe insert(value, tag: tag, at: position)
            }
            if slot & 0xFFFF_FFFF_0000_0000 == tag {
                let index = Int(slot & 0xFFFF_FFFF) - 1
                if unsafe dictionary.holds(value, at: index) { return UInt32(truncatingIfNeeded: index) }
            }
            position = (position + 1) & mask
        }
    }

    /// Hands the dictionary over and starts again with an empty one.
    public mutating func takeDictionary() -> ByteDictionary {
        let taken = dictionary
        dictionary = ByteDictionary()
        for index in slots.indices { slots[index] = 0 }
        return taken
    }

    @inline(never)
    private mutating func insert(_ value: UnsafeBufferPointer<UInt8>, tag: UInt64, at position: Int) -> UInt32 {
        let index = unsafe dictionary.append(value)
        slots[position] = tag | UInt64(index + 1)
        if (index + 1) * 2 > slots.count { grow() }
        return UInt32(truncatingIfNeeded: index)
    }

    private mutating func grow() {
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for index in 0..<dictionary.count {
            let hash = dictionary.withValue(index) { value in
                unsafe value.withUnsafeBufferPointer { unsafe ByteInterner.hash($0, seed: seed) }
            }
            var position = Int(truncatingIfNeeded: hash) & mask
            while slots[position] != 0 { position = (position + 1) & mask }
            slots[position] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(index + 1)
        }
    }

    @inline(__always)
    private static func hash(_ value: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
        let count = value.count
        var state = seed ^ UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
        guard let base = unsafe UnsafeRawPointer(value.baseAddress) else { return fold(state, 0xA076_1D64_78BD_642F) }
        // SAFETY: every load lies within `count` bytes of `base`.
        var offset = 0
        while count - offset > 16 {
            let first = unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let second = unsafe base.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
            state = fold(first ^ 0xE703_7ED1_A0B4_28DB ^ seed, second ^ state)
            offset += 16
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
            first = UInt64(unsafe base.load(fromByteOffset: offset, as: UInt8.self)) << 16
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

extension ByteDictionary {
    @inline(__always)
    fileprivate func holds(_ value: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let range = range(of: index)
        guard range.count == value.count else { return false }
        // SAFETY: both buffers hold `value.count` bytes while they are compared.
        return unsafe bytes.withUnsafeBufferPointer { unsafe UnsafeBufferPointer(rebasing: $0[range]).elementsEqual(value) }
    }

    fileprivate mutating func append(_ value: UnsafeBufferPointer<UInt8>) -> Int {
        unsafe bytes.append(contentsOf: value)
        return close()
    }
}
