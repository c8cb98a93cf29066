@_spi(DisclosureControl) import Releases
import Events

/// The totals of an epoch: which of them may be told, and their table.
struct ReleasedTotals {
    private let tally: Tally
    private let all: Candidate?

    init(_ tally: Tally) {
        self.tally = tally
        all = Candidate.CountedTable(tally.table(.total)).candidates.first
    }

    /// Distinct people of the epoch.
    var visitors: Int { all?.visitors(.hits) ?? 0 }

    /// Whether the total of `measure` may be told.
    ///
    /// Enough people have to stand behind it, or nobody, and behind each difference to a total that contains it. What
    /// is contained falls with what contains it.
    func isShowable(_ measure: Measure) -> Bool {
        switch measure {
        case .hits: all?.passes(.hits) ?? false
        case .pageViews: isShowable(.hits) && isHarmless(.pageViews) && isHarmless(.otherHits)
        case .visits, .exits: isShowable(.pageViews) && isHarmless(.visits) && isHarmless(.laterViews)
        case .bounces: isShowable(.visits) && isHarmless(.bounces) && isHarmless(.longerVisits)
        case .duration: isShowable(.visits) && isHarmless(.duration)
        case .bytes: isShowable(.hits) && isHarmless(.bytes)
        case .otherHits, .laterViews, .earlierViews, .longerVisits: false
        }
    }

    func table(k: Int) -> PublishedTable {
        let values: [(PublishedTable.Column, PublishedTable.Value)] = [
            (.init(name: "visitors", unit: .people), .number(Int64(visitors))),
            (.init(name: "visits", unit: .count), number(.visits)),
            (.init(name: "page_views", unit: .count), number(.pageViews)),
            (.init(name: "hits", unit: .count), number(.hits)),
            (.init(name: "bytes", unit: .bytes), number(.bytes)),
            (.init(name: "page_views_per_visit", unit: .mean), ratio(.pageViews)),
            (.init(name: "bounce_rate", unit: .share), ratio(.bounces)),
            (.init(name: "visit_duration", unit: .seconds), ratio(.duration)),
        ]
        return PublishedTable(
            name: Definition.totals.name, epoch: tally.epoch, columns: values.map(\.0),
            rows: [.init(label: "all", kind: .value, values: values.map(\.1))], k: k,
            hidesRows: Definition.totals.measures.contains { !isShowable($0) })
    }

    private func number(_ measure: Measure) -> PublishedTable.Value {
        isShowable(measure) ? .number(sum(measure)) : .hidden
    }

    /// `measure` per visit.
    private func ratio(_ measure: Measure) -> PublishedTable.Value {
        guard isShowable(measure), isShowable(.visits), sum(.visits) > 0 else { return .hidden }
        return .ratio(sum(measure), over: sum(.visits))
    }

    private func sum(_ measure: Measure) -> Int64 {
        all?.sum(measure) ?? 0
    }

    private func isHarmless(_ measure: Measure) -> Bool {
        all?.isHarmless(measure) ?? true
    }
}
