/// The order in which one visitor did things: by time, writer, tie, and at last by row.
struct RowOrder {
    let time: [Int64]
    let writerRank: [UInt32]
    let tie: [Int32]

    /// Sorts the row numbers in `range`, which are few for most visitors and mostly in order already.
    @inline(__always)
    func sort(_ order: inout [UInt32], in range: Range<Int>) {
        var moves = 0
        for index in range.dropFirst() {
            let row = order[index]
            var place = index
            while place > range.lowerBound, precedes(row, order[place - 1]) {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = row
            moves += index - place
            // A long and disordered range would take quadratic time.
            if moves > 64 + 8 * range.count { return sortLong(&order, in: range) }
        }
    }

    @inline(never)
    private func sortLong(_ order: inout [UInt32], in range: Range<Int>) {
        order[range].sort { precedes($0, $1) }
    }

    @inline(__always)
    private func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
        let first = Int(left)
        let second = Int(right)
        if time[first] != time[second] { return time[first] < time[second] }
        if !writerRank.isEmpty, writerRank[first] != writerRank[second] {
            return writerRank[first] < writerRank[second]
        }
        if !tie.isEmpty, tie[first] != tie[second] { return tie[first] < tie[second] }
        return first < second
    }
}
