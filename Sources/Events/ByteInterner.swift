/// Gives equal byte strings the same small number: the building of a column's dictionary.
///
/// Open addressing with linear probing; a slot holds 32 bits of the hash next to the number, so that a miss rarely
/// touches the arena. The hash folds 64-bit products (the construction of wyhash) from a secret seed, so that a
/// stranger who writes the values cannot choose them to collide.
public struct ByteInterner: Sendable {
    public internal(set) var dictionary = ByteDictionary()
    /// Number + 1 in the low half, the high half of the hash above it; 0 is free.
    ///
    /// A power of two, at most half full.
    var slots: [UInt64]
    let seed: UInt64

    /// - Parameters:
    ///   - seed: random, secret to the process.
    ///   - count: about how many values will come; the table grows as it must.
    public init(seed: UInt64, expecting count: Int = 512) {
        self.seed = seed
        var capacity = 16
        while capacity < count * 2 { capacity *= 2 }
        slots = [UInt64](repeating: 0, count: capacity)
    }

    /// About the memory that values and table take.
    public var byteCount: Int { dictionary.byteCount + dictionary.count * 4 + slots.count * 8 }

    /// The number of `value`, which is appended to the dictionary if it is new.
    @inline(__always)
    public mutating func intern(_ value: Span<UInt8>) -> UInt32 {
        // SAFETY: the buffer is read, never kept.
        unsafe value.withUnsafeBufferPointer { unsafe intern($0) }
    }

    /// The number of `value`, which is appended to the dictionary if it is new.
    public mutating func intern(_ value: UnsafeBufferPointer<UInt8>) -> UInt32 {
        unsafe intern(value, hash: ByteInterner.hash(value, seed: seed))
    }

    /// Hands the dictionary over and starts again with an empty one.
    public mutating func takeDictionary() -> ByteDictionary {
        let taken = dictionary
        dictionary = ByteDictionary()
        clearSlots()
        return taken
    }

    /// Forgets all values; the memory stays for the next ones.
    public mutating func removeAll() {
        if dictionary.isEmpty { return }
        dictionary.removeAll()
        clearSlots()
    }

    private mutating func clearSlots() {
        for index in slots.indices { slots[index] = 0 }
    }

    mutating func intern(_ value: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt32 {
        let mask = slots.count - 1
        var position = Int(truncatingIfNeeded: hash) & mask
        while true {
            let slot = slots[position]
            if slot == 0 {
                return unsafe insert(value, hash: hash, at: position)
            }
            if ByteInterner.tag(slot) == ByteInterner.tag(hash) {
                let index = ByteInterner.index(slot)
                if unsafe dictionary.holds(value, at: index) { return UInt32(truncatingIfNeeded: index) }
            }
            position = (position + 1) & mask
        }
    }

    @inline(__always)
    static func tag(_ word: UInt64) -> UInt64 { word & 0xFFFF_FFFF_0000_0000 }

    /// The number in a slot that is not free.
    @inline(__always)
    static func index(_ slot: UInt64) -> Int { Int(slot & 0xFFFF_FFFF) - 1 }

    @inline(never)
    private mutating func insert(_ value: UnsafeBufferPointer<UInt8>, hash: UInt64, at position: Int) -> UInt32 {
        let index = unsafe dictionary.append(value)
        slots[position] = ByteInterner.tag(hash) | UInt64(index + 1)
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
            slots[position] = ByteInterner.tag(hash) | UInt64(index + 1)
        }
    }
}
