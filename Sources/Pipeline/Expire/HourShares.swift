/// How the hours of a day are dealt into buckets of bounded size: several small hours share one, a large one has several.
///
/// Each row of an hour that has several buckets goes to one of them at random, so buckets that are shuffled one by one and
/// written one after the other are the hour shuffled as a whole.
struct HourShares {
    private struct Share {
        let first: Int
        let count: Int
    }

    private var shares: [Int64: Share] = [:]
    private(set) var bucketCount = 0

    /// - Parameters:
    ///   - rows: the rows of each hour, by its first instant.
    ///   - limit: rows of a bucket: more only by the chance of dealing.
    init(rows: [Int64: Int], limit: Int) {
        var open = 0
        for (hour, count) in rows.sorted(by: { $0.key < $1.key }) {
            if bucketCount > 0, open > 0, open + count <= limit {
                shares[hour] = Share(first: bucketCount - 1, count: 1)
                open += count
            } else {
                let share = Share(first: bucketCount, count: max(1, (count + limit - 1) / limit))
                shares[hour] = share
                bucketCount += share.count
                open = share.count == 1 ? count : 0
            }
        }
    }

    /// The bucket of a row of an hour.
    func bucket(of hour: Int64, using random: inout some RandomNumberGenerator) -> Int {
        guard let share = shares[hour] else { preconditionFailure("every hour was counted") }
        return share.count == 1 ? share.first : share.first + Int.random(in: 0..<share.count, using: &random)
    }
}
