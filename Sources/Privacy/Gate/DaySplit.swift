internal import Events

/// Which rows of a batch belong to which day.
struct DaySplit {
    /// The rows of one day, in input order.
    enum Rows {
        /// All rows, which have all values of the batch.
        case all
        case some([UInt32])
    }

    private(set) var days: [(keys: EpochKeys, rows: Rows)] = []

    /// - Parameters:
    ///   - hasUnusedValues: whether there may be distinct values that no row has.
    ///   - keys: called once per day, with an instant (UTC seconds) that no day returned so far holds.
    init<Failure: Error>(
        seconds: [Int64], hasUnusedValues: Bool = false, keys: (Int64) throws(Failure) -> EpochKeys
    ) throws(Failure) {
        guard let first = seconds.first else { return }
        let opening = try DaySplit.day(of: first, keys)
        guard let stranger = seconds.firstIndex(where: { !opening.range.contains($0) }) else {
            days = [(opening, hasUnusedValues ? .some(Array(0..<UInt32(seconds.count))) : .all)]
            return
        }
        var found = [opening]
        var rows: [[UInt32]] = [Array(0..<UInt32(stranger))]
        /// Numbers of the days in ascending order of their ranges.
        var order = [0]
        var current = 0
        for row in stranger..<seconds.count {
            let second = seconds[row]
            if !found[current].range.contains(second) {
                let place = DaySplit.place(of: second, in: order, of: found)
                if place < order.count, found[order[place]].range.contains(second) {
                    current = order[place]
                } else {
                    current = found.count
                    found.append(try DaySplit.day(of: second, keys))
                    rows.append([])
                    order.insert(current, at: place)
                }
            }
            rows[current].append(UInt32(row))
        }
        days = zip(found, rows).map { ($0, .some($1)) }
    }

    private static func day<Failure: Error>(
        of second: Int64, _ keys: (Int64) throws(Failure) -> EpochKeys
    ) throws(Failure) -> EpochKeys {
        let found = try keys(second)
        precondition(found.range.contains(second), "the day given for an instant holds it")
        return found
    }

    /// The place in `order` of the first day that ends after `second`.
    private static func place(of second: Int64, in order: [Int], of days: [EpochKeys]) -> Int {
        var low = 0
        var high = order.count
        while low < high {
            let middle = (low + high) / 2
            if days[order[middle]].range.upperBound <= second { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension DaySplit.Rows {
    /// The values of these rows.
    func select<Value>(_ values: [Value]) -> [Value] {
        switch self {
        case .all: values
        case .some(let rows): rows.map { values[Int($0)] }
        }
    }
}
