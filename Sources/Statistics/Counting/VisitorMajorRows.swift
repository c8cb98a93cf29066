import Events

/// The rows of a batch that one kind of client made, visitor by visitor, with what each contributes.
struct VisitorMajorRows {
    /// Positions in the batch, ascending by visitor number; rows without a visitor last.
    private(set) var rows: [UInt32] = []
    /// The visitor's number in the tally.
    private(set) var visitors: [UInt32] = []
    /// The network's number in the tally.
    private(set) var networks: [UInt32] = []
    /// The set of measures that the row contributes to, one bit each.
    private(set) var measures: [UInt16] = []
    private(set) var bytes: [Int64] = []

    var count: Int { rows.count }

    /// Takes the requests of `batch` whose robot flag is `robots`, in `order`; what devices and apps report is no hit.
    ///
    /// - Parameters:
    ///   - visits: what the visits contribute.
    ///   - firstVisitor: the number in the tally of the batch's first visitor.
    ///   - networkNumbers: the number in the tally of each network of the batch.
    init(
        of batch: EventBatch, robots: Bool, order: [UInt32], visits: VisitFacts, firstVisitor: UInt32,
        networkNumbers: [UInt32]
    ) {
        let flags = batch[.robot]
        let isRequest = VisitorMajorRows.requests(in: batch)
        let visitorIndices = batch[.visitor].indices
        let networkIndices = batch[.network].indices
        let byteValues = batch[.bytes].values
        rows.reserveCapacity(robots ? 0 : order.count)
        visitors.reserveCapacity(rows.capacity)
        networks.reserveCapacity(rows.capacity)
        measures.reserveCapacity(rows.capacity)
        bytes.reserveCapacity(rows.capacity)
        for row in order {
            let position = Int(row)
            guard (flags.isEmpty ? false : flags[position]) == robots, isRequest?[position] != false else { continue }
            let sent = byteValues.isEmpty ? 0 : max(0, byteValues[position])
            rows.append(row)
            let visitor = visitorIndices.isEmpty ? absentIndex : visitorIndices[position]
            visitors.append(visitor == absentIndex ? absentIndex : visitor + firstVisitor)
            let network = networkIndices.isEmpty ? absentIndex : networkIndices[position]
            networks.append(network == absentIndex ? absentIndex : networkNumbers[Int(network)])
            measures.append(visits.measures[position] | Measure.hits.bit | (sent > 0 ? Measure.bytes.bit : 0))
            bytes.append(sent)
        }
    }

    /// For each row whether it is a request; nil if all are.
    private static func requests(in batch: EventBatch) -> [Bool]? {
        let kinds = batch[.kind]
        let isRequest = (0..<kinds.dictionary.count).map { kinds.dictionary.text($0) != "event" }
        guard isRequest.contains(false) else { return nil }
        return kinds.indices.map { $0 == absentIndex || isRequest[Int($0)] }
    }

    /// All rows of `batch` by visitor: a counting sort, which keeps the order of one visitor's rows.
    static func order(of batch: EventBatch) -> [UInt32] {
        let indices = batch[.visitor].indices
        guard !indices.isEmpty else { return Array(0..<UInt32(batch.rowCount)) }
        return CountingSort.rows(by: indices, keyCount: batch[.visitor].dictionary.count)
    }
}
