import Events

/// How many lines the busiest clients have sent, in memory that does not grow.
///
/// A weighted summary after Misra and Gries ("Finding repeated elements", 1982): when there is no counter left for an
/// address, all give up as much as the new one brings, at most the smallest of them. Counts are therefore low by no more
/// than the lines of the rest divided by the number of counters. Holds addresses in clear, so it lives in memory only,
/// like ``RawBatch``, and tells no more of them than ``hint(trusted:)``.
public struct ClientCounts: Sendable {
    private static let capacity = 64
    /// Addresses with a smaller part of a batch are passed over: eight of them could not change the picture.
    private static let smallestPart = 1024

    private var counters: [IPAddress: Int] = [:]
    private var lines = 0

    public init() {}

    /// Counts the rows of a batch by their clients; texts that are no addresses count as lines only.
    public mutating func count(_ batch: RawBatch) {
        lines += batch.rowCount
        let column = batch[.client]
        var rows = [Int](repeating: 0, count: column.dictionary.count)
        for index in column.indices where index != absentIndex { rows[Int(index)] += 1 }
        for (index, count) in rows.enumerated() where count > 0 {
            guard count * ClientCounts.smallestPart >= batch.rowCount,
                let address = column.dictionary.withValue(index, { IPAddress($0) })
            else { continue }
            add(address, count)
        }
    }

    /// Adds the counts of other lines.
    public mutating func merge(_ other: ClientCounts) {
        lines += other.lines
        for (address, count) in other.counters { add(address, count) }
    }

    /// Whether the clients look like proxies; nil if they do not, or there are too few lines to tell.
    ///
    /// - Parameter trusted: proxies that are known to be some, and not asked about.
    public func hint(trusted: [AddressBlock]) -> ProxyHint? {
        guard lines >= ProxyHint.leastLines else { return nil }
        let unknown = counters.filter { counter in !trusted.contains { $0.contains(counter.key) } }
        var sum = 0
        for (place, count) in unknown.values.sorted(by: >).prefix(ProxyHint.mostAddresses).enumerated() {
            sum += count
            let share = Double(sum) / Double(lines)
            if share >= ProxyHint.leastShare { return ProxyHint(addresses: place + 1, share: share) }
        }
        return nil
    }

    private mutating func add(_ address: IPAddress, _ count: Int) {
        if let known = counters[address] {
            counters[address] = known + count
            return
        }
        guard counters.count == ClientCounts.capacity, let smallest = counters.values.min() else {
            counters[address] = count
            return
        }
        let given = min(smallest, count)
        counters = counters.compactMapValues { $0 > given ? $0 - given : nil }
        if count > given { counters[address] = count - given }
    }
}
