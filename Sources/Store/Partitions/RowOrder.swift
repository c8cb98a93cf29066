public import Events

extension EventBatch {
    /// The rows as a row group holds them: by second, and within a second at random, so that a partition does not tell
    /// which visitors came one after the other.
    ///
    /// What the shuffle loses of one visitor's own order is kept by ties, which count up from `firstTie` within a
    /// second.
    /// - Returns: the rows, and a number higher than every tie that was given.
    public consuming func shuffledWithinSeconds(
        firstTie: Int32, random: inout some RandomNumberGenerator
    ) -> (rows: EventBatch, nextTie: Int32) {
        var batch = self
        guard let earliest = batch.time.min() else { return (batch, firstTie) }
        var (order, ends) = RowOrder.sortedBySecond(batch.time, from: earliest)
        let nextTie = RowOrder.giveTies(&batch, order: order, firstTie: firstTie)
        RowOrder.shuffle(&order, ends: ends, &random)
        batch.gather(order)
        return (batch, nextTie)
    }

    /// The rows of row groups that are put together, in the same order; each keeps the tie that it has been given.
    public consuming func shuffledWithinSeconds(random: inout some RandomNumberGenerator) -> EventBatch {
        var batch = self
        guard let earliest = batch.time.min() else { return batch }
        var (order, ends) = RowOrder.sortedBySecond(batch.time, from: earliest)
        RowOrder.shuffle(&order, ends: ends, &random)
        batch.gather(order)
        return batch
    }
}

private enum RowOrder {

    /// Rows ordered by second (a stable counting sort), and for each second where its rows end.
    static func sortedBySecond(_ time: [Int64], from earliest: Int64) -> (order: [UInt32], ends: [Int]) {
        let span = Int((time.max() ?? earliest) - earliest) + 1
        var next = [Int](repeating: 0, count: span + 1)
        for second in time { next[Int(second - earliest) + 1] += 1 }
        for second in 1...span { next[second] += next[second - 1] }
        var order = [UInt32](repeating: 0, count: time.count)
        for (row, second) in time.enumerated() {
            let bucket = Int(second - earliest)
            order[next[bucket]] = UInt32(row)
            next[bucket] += 1
        }
        next.removeLast()
        return (order, next)
    }

    static func giveTies(_ batch: inout EventBatch, order: [UInt32], firstTie: Int32) -> Int32 {
        let visitors = batch[.visitor]
        var lastSecond = [Int64](repeating: .min, count: visitors.dictionary.count + 1)
        var lastTie = [Int32](repeating: 0, count: visitors.dictionary.count + 1)
        var ties = [Int32](repeating: firstTie, count: batch.rowCount)
        var highest = firstTie
        for row in order {
            let index = visitors.index(Int(row))
            let visitor = index == absentIndex ? visitors.dictionary.count : Int(index)
            let second = batch.time[Int(row)]
            let tie = lastSecond[visitor] == second ? lastTie[visitor] + 1 : firstTie
            lastSecond[visitor] = second
            lastTie[visitor] = tie
            ties[Int(row)] = tie
            if tie > highest { highest = tie }
        }
        batch.tie = ties
        return highest + 1
    }

    /// Shuffles the rows of each second.
    static func shuffle(_ order: inout [UInt32], ends: [Int], _ random: inout some RandomNumberGenerator) {
        var start = 0
        for end in ends where end > start {
            shuffle(&order, start..<end, &random)
            start = end
        }
    }

    private static func shuffle(
        _ order: inout [UInt32], _ range: Range<Int>, _ random: inout some RandomNumberGenerator
    ) {
        var last = range.upperBound - 1
        while last > range.lowerBound {
            let other = range.lowerBound + Int(random.next(upperBound: UInt32(last - range.lowerBound + 1)))
            order.swapAt(last, other)
            last -= 1
        }
    }
}
