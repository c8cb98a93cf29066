import Events

/// Distributions of a quantity in those cells of a table that enough visitors are behind, while they are counted.
///
/// Rows arrive visitor by visitor. A cell keeps only the bins that something lies in, which are never more than its
/// values.
struct BinTable {
    /// The distribution of one cell.
    private struct Entry {
        /// Its bins are here and behind.
        var start: Int
        var used = 0
        var room: Int
        var sum: Int64 = 0
        var lastVisitor = absentIndex
        /// The lowest and highest bin of the last visitor.
        var lowest: UInt8 = 0
        var highest: UInt8 = 0
    }

    /// Bins for which room is made at once.
    private static let usualRoom = 64

    /// By cell, the entry; ``absentIndex`` for cells without.
    private var entryOfCell: [UInt32]
    private var entries: [Entry] = []
    private var bins: [UInt8]
    private var counts: [UInt32]
    private var lowestOf: [UInt32]
    private var highestOf: [UInt32]

    /// - Parameters:
    ///   - table: counted to the end.
    ///   - measure: its measure that counts the values.
    init(of table: CellTable, counting measure: Int) {
        entryOfCell = [UInt32](repeating: absentIndex, count: table.cells.count)
        var size = 0
        for cell in 0..<table.cells.count where table.visitors(measure, of: cell) >= table.threshold.visitors {
            entryOfCell[cell] = UInt32(entries.count)
            let room = Int(min(table.sum(measure, of: cell), Int64(BinTable.usualRoom)))
            entries.append(Entry(start: size, room: room))
            size += room
        }
        bins = [UInt8](repeating: 0, count: size)
        counts = [UInt32](repeating: 0, count: size)
        lowestOf = counts
        highestOf = counts
    }

    var isEmpty: Bool { entries.isEmpty }

    /// Adds a value of a row; `visitor` may be ``absentIndex``.
    mutating func add(_ value: Int64, to cell: UInt32, visitor: UInt32) {
        guard entryOfCell[Int(cell)] != absentIndex else { return }
        let number = Int(entryOfCell[Int(cell)])
        let bin = LogBin.number(of: value)
        let place = place(of: bin, in: number)
        counts[place] += 1
        entries[number].sum = entries[number].sum.addingSaturated(value)
        guard visitor != absentIndex else { return }
        if entries[number].lastVisitor != visitor {
            settle(number)
            entries[number].lastVisitor = visitor
            entries[number].lowest = bin
            entries[number].highest = bin
        } else {
            entries[number].lowest = min(entries[number].lowest, bin)
            entries[number].highest = max(entries[number].highest, bin)
        }
    }

    /// Counts the last visitor of each cell.
    mutating func finish() {
        for number in entries.indices {
            settle(number)
            entries[number].lastVisitor = absentIndex
        }
    }

    /// The distribution of a cell, nil if too few visitors are behind it.
    func distribution(of cell: Int) -> Distribution? {
        guard entryOfCell[cell] != absentIndex else { return nil }
        let entry = entries[Int(entryOfCell[cell])]
        let filled = (entry.start..<entry.start + entry.used).map { place in
            Distribution.Bin(
                lower: LogBin.lowest(ofBin: bins[place]), count: Int64(counts[place]), lowestOf: Int(lowestOf[place]),
                highestOf: Int(highestOf[place]))
        }
        return Distribution(bins: filled.sorted { $0.lower < $1.lower }, sum: entry.sum)
    }

    /// Counts the last visitor of a cell where its lowest and highest value lie.
    private mutating func settle(_ number: Int) {
        let entry = entries[number]
        guard entry.lastVisitor != absentIndex else { return }
        lowestOf[place(of: entry.lowest, in: number)] += 1
        highestOf[place(of: entry.highest, in: number)] += 1
    }

    @inline(__always)
    private mutating func place(of bin: UInt8, in number: Int) -> Int {
        let entry = entries[number]
        for place in entry.start..<entry.start + entry.used where bins[place] == bin { return place }
        if entry.used == entry.room { move(number) }
        let place = entries[number].start + entry.used
        bins[place] = bin
        entries[number].used += 1
        return place
    }

    /// Moves the bins of a cell to where there is room for twice as many.
    @inline(never)
    private mutating func move(_ number: Int) {
        let old = entries[number].start..<entries[number].start + entries[number].used
        entries[number].start = bins.count
        entries[number].room = 2 * max(1, old.count)
        let added = entries[number].room - old.count
        bins += Array(bins[old]) + [UInt8](repeating: 0, count: added)
        counts += Array(counts[old]) + [UInt32](repeating: 0, count: added)
        lowestOf += Array(lowestOf[old]) + [UInt32](repeating: 0, count: added)
        highestOf += Array(highestOf[old]) + [UInt32](repeating: 0, count: added)
    }
}

extension LogBin {
    /// Bins numbered from zero, without gaps: each number below eight, then four an octave.
    @inline(__always)
    fileprivate static func number(of value: Int64) -> UInt8 {
        guard value >= 8 else { return UInt8(max(0, value)) }
        let octave = 63 - value.leadingZeroBitCount
        let quarter = Int(truncatingIfNeeded: value >> Int64(octave - 2)) & 3
        return UInt8(truncatingIfNeeded: 8 + (octave - 3) * 4 + quarter)
    }

    /// The lowest number of a numbered bin.
    fileprivate static func lowest(ofBin number: UInt8) -> Int64 {
        guard number >= 8 else { return Int64(number) }
        let octave = 3 + (Int(number) - 8) / 4
        return Int64(4 + (Int(number) - 8) % 4) << Int64(octave - 2)
    }
}
