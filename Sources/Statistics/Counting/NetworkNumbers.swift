import Events

/// Numbers the networks of an epoch, which all of its batches share.
struct NetworkNumbers {
    /// Marks the number of a network that stands for one visitor alone; the other bits are the visitor's number.
    static let own: UInt32 = 1 << 31

    private var interner = PseudonymInterner()

    /// The number in the tally of each network of a batch.
    mutating func numbers(of networks: [Pseudonym]) -> [UInt32] {
        networks.map { interner.intern($0) }
    }
}
