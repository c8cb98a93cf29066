/// Gives equal pseudonyms the same small number: the building of a pseudonym column's dictionary.
///
/// Pseudonyms are the output of a keyed MAC, so their own bits serve as the hash.
public struct PseudonymInterner: Sendable {
    public private(set) var dictionary: [Pseudonym] = []
    private var slots: [UInt32]

    /// - Parameter count: about how many values will come; the table grows as it must.
    public init(expecting count: Int = 512) {
        var capacity = 16
        while capacity < count * 2 { capacity *= 2 }
        slots = [UInt32](repeating: 0, count: capacity)
    }

    /// About the memory that values and table take.
    public var byteCount: Int { dictionary.count * 16 + slots.count * 4 }

    /// The number of `value`, which is appended to the dictionary if it is new.
    public mutating func intern(_ value: Pseudonym) -> UInt32 {
        let mask = slots.count - 1
        var position = Int(truncatingIfNeeded: value.low) & mask
        while true {
            let slot = slots[position]
            if slot == 0 { break }
            if dictionary[Int(slot) - 1] == value { return slot - 1 }
            position = (position + 1) & mask
        }
        dictionary.append(value)
        slots[position] = UInt32(dictionary.count)
        if dictionary.count * 2 > slots.count { grow() }
        return UInt32(dictionary.count - 1)
    }

    /// Hands the dictionary over and starts again with an empty one.
    public mutating func takeDictionary() -> [Pseudonym] {
        let taken = dictionary
        dictionary = []
        for index in slots.indices { slots[index] = 0 }
        return taken
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (index, value) in dictionary.enumerated() {
            var position = Int(truncatingIfNeeded: value.low) & mask
            while slots[position] != 0 { position = (position + 1) & mask }
            slots[position] = UInt32(index + 1)
        }
    }
}
