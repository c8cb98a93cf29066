public import Events

/// The bare counts of a day's local hours, with the people behind each: requests by people, nothing else.
///
/// Apart from ``Tally``, because it is made of days that are open, too, whose rows have no visits yet and come in any
/// order.
public struct HourTally: Sendable {
    /// What one visitor did in one hour.
    struct Share: Sendable {
        var hits: Int64 = 0
        var pageViews: Int64 = 0
        var bytes: Int64 = 0

        subscript(_ measure: HourMeasure) -> Int64 {
            switch measure {
            case .hits: hits
            case .pageViews: pageViews
            case .bytes: bytes
            case .otherHits: hits - pageViews
            }
        }

        mutating func add(_ other: Share) {
            hits = hits.addingSaturated(other.hits)
            pageViews = pageViews.addingSaturated(other.pageViews)
            bytes = bytes.addingSaturated(other.bytes)
        }
    }

    /// One hour.
    struct Cell: Sendable {
        /// All rows, those without a visitor included.
        var sum = Share()
        var shares: [UInt32: Share] = [:]
        /// By ``HourMeasure``; no more of each than the threshold asks for.
        var networks = [Set<UInt32>](repeating: [], count: HourMeasure.allCases.count)
    }

    public let threshold: Threshold
    /// By local hour.
    private(set) var cells = [Cell](repeating: Cell(), count: 24)
    private var visitors: [Pseudonym: UInt32] = [:]
    private var networks: [Pseudonym: UInt32] = [:]

    /// - Parameter threshold: what will be asked for.
    public init(threshold: Threshold) {
        self.threshold = threshold
    }

    /// Distinct people of all hours.
    var visitorCount: Int { visitors.count }

    /// Whether the measure is 0 in all hours.
    func isNothing(_ measure: HourMeasure) -> Bool { cells.allSatisfy { $0.sum[measure] == 0 } }

    /// Counts rows of the day.
    ///
    /// - Parameters:
    ///   - day: tells the local hours.
    ///   - end: only rows before this instant (UTC seconds) are counted; nil for all.
    public mutating func count(_ batch: EventBatch, day: LocalDay, before end: Int64 = .max) {
        let kinds = batch[.kind]
        let isEvent = (0..<kinds.dictionary.count).map { kinds.dictionary.text($0) == "event" }
        let robots = batch[.robot]
        let pageViews = batch[.pageView]
        let bytes = batch[.bytes].values
        for row in 0..<batch.rowCount where batch.time[row] < end {
            let kind = kinds.index(row)
            guard kind == absentIndex || !isEvent[Int(kind)], robots.isEmpty || !robots[row] else { continue }
            let share = Share(
                hits: 1, pageViews: !pageViews.isEmpty && pageViews[row] ? 1 : 0,
                bytes: bytes.isEmpty ? 0 : max(0, bytes[row]))
            let visitor = batch[.visitor].index(row)
            let network = batch[.network].index(row)
            add(
                share, to: day.hour(of: batch.time[row]),
                visitor: visitor == absentIndex ? nil : batch[.visitor].dictionary[Int(visitor)],
                network: network == absentIndex ? nil : batch[.network].dictionary[Int(network)])
        }
    }

    private mutating func add(_ share: Share, to hour: Int, visitor: Pseudonym?, network: Pseudonym?) {
        cells[hour].sum.add(share)
        guard let visitor else { return }
        cells[hour].shares[HourTally.number(of: visitor, in: &visitors), default: Share()].add(share)
        guard let network else { return }
        let number = HourTally.number(of: network, in: &networks)
        for measure in HourMeasure.allCases where share[measure] > 0 {
            if cells[hour].networks[measure.rawValue].count < threshold.networks {
                cells[hour].networks[measure.rawValue].insert(number)
            }
        }
    }

    private static func number(of pseudonym: Pseudonym, in known: inout [Pseudonym: UInt32]) -> UInt32 {
        if let number = known[pseudonym] { return number }
        let number = UInt32(known.count)
        known[pseudonym] = number
        return number
    }
}
