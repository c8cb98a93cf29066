/// Numbers a fixed list of words and finds them again by a hash that is made byte by byte.
///
/// Open addressing by 64 bits of FNV-1a; two words with the same hash count as one. The words are built in, so a
/// stranger gains nothing from a collision but to be taken for a known name.
struct HashedWords: Sendable {
    private var keys: [UInt64]
    private var values: [UInt16]
    private(set) var count = 0

    /// - Parameter capacity: more than the words to come; the table has at least twice as many slots.
    init(capacity: Int) {
        var slots = 64
        while slots < capacity * 2 { slots *= 2 }
        keys = [UInt64](repeating: 0, count: slots)
        values = [UInt16](repeating: 0, count: slots)
    }

    /// The number of a word, a new one if it is not there yet.
    mutating func insert(_ hash: UInt64) -> Int {
        let slot = slot(hash)
        if keys[slot] == 0 {
            keys[slot] = hash
            values[slot] = UInt16(count)
            count += 1
            precondition(count * 2 <= keys.count, "a table of words is at most half full")
        }
        return Int(values[slot])
    }

    /// The number of a word, nil if it is not on the list.
    @inline(__always)
    func find(_ hash: UInt64) -> Int? {
        let slot = slot(hash)
        return keys[slot] == 0 ? nil : Int(values[slot])
    }

    @inline(__always)
    private func slot(_ hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & (keys.count - 1)
        while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// Never 0, which marks a free slot.
    @inline(__always)
    static func finish(_ hash: UInt64) -> UInt64 {
        (hash ^ hash >> 32) | 1 << 63
    }

    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        finish(bytes.reduce(seed, step))
    }
}
