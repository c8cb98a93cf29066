import Events

/// Numbers the cells of a table by their labels: an array for one dimension, a hash table for two.
struct CellNumbers {
    /// For each cell the numbers of its labels, the only one in the low half.
    private(set) var keys: [UInt64] = []
    private let dimensions: Int
    private let seed: UInt64
    /// By label, the cell; for one dimension.
    private var byLabel: [UInt32] = []
    /// Cell + 1, or 0 where free; for two dimensions.
    ///
    /// A power of two, at most half full.
    private var slots: [UInt32] = []

    init(dimensions: Int, seed: UInt64) {
        self.dimensions = dimensions
        self.seed = seed
        if dimensions == 2 { slots = [UInt32](repeating: 0, count: 64) }
    }

    var count: Int { keys.count }

    /// The labels of a cell, by number.
    func labels(of cell: Int) -> [UInt32] {
        let last = UInt32(truncatingIfNeeded: keys[cell])
        return dimensions == 1 ? [last] : [UInt32(keys[cell] >> 32), last]
    }

    /// The cell of a label, nil if there is none.
    func cell(_ label: UInt32) -> UInt32? {
        guard Int(label) < byLabel.count, byLabel[Int(label)] != absentIndex else { return nil }
        return byLabel[Int(label)]
    }

    /// The cell of a label, which is new if it was never asked for.
    @inline(__always)
    mutating func number(of label: UInt32) -> UInt32 {
        if Int(label) < byLabel.count, byLabel[Int(label)] != absentIndex { return byLabel[Int(label)] }
        return insert(label)
    }

    @inline(never)
    private mutating func insert(_ label: UInt32) -> UInt32 {
        let missing = Int(label) + 1 - byLabel.count
        if missing > 0 {
            byLabel.append(contentsOf: repeatElement(absentIndex, count: max(missing, byLabel.count / 2)))
        }
        byLabel[Int(label)] = UInt32(keys.count)
        keys.append(UInt64(label))
        return byLabel[Int(label)]
    }

    /// The cell of two labels, which is new if it was never asked for.
    mutating func number(of group: UInt32, _ label: UInt32) -> UInt32 {
        let key = UInt64(group) << 32 | UInt64(label)
        let mask = slots.count - 1
        var position = CellNumbers.hash(key, seed: seed) & mask
        while slots[position] != 0 {
            let cell = slots[position] - 1
            if keys[Int(cell)] == key { return cell }
            position = (position + 1) & mask
        }
        keys.append(key)
        slots[position] = UInt32(keys.count)
        if keys.count * 2 > slots.count { grow() }
        return UInt32(keys.count - 1)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (index, key) in keys.enumerated() {
            var position = CellNumbers.hash(key, seed: seed) & mask
            while slots[position] != 0 { position = (position + 1) & mask }
            slots[position] = UInt32(index + 1)
        }
    }

    /// The folded product of wyhash, from a secret seed: labels are numbered in an order that strangers choose.
    @inline(__always)
    static func hash(_ key: UInt64, seed: UInt64) -> Int {
        let product = (key ^ seed ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return Int(truncatingIfNeeded: product.high ^ product.low)
    }
}
