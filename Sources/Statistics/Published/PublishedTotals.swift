import Events
@_spi(DisclosureControl) import Releases

/// The totals of a month, as they are published.
struct PublishedTotals {
    /// A count of the totals, and the tables whose visitors are those behind it.
    enum Count: String, CaseIterable {
        case hits
        case pageViews = "page_views"
        case visits

        /// The tables that are led by it, or by what the same people did: who has a page view has a visit.
        fileprivate var tables: [String] { self == .hits ? ["totals"] : ["referrer_kinds", "referrers", "pages"] }
    }

    private let days: [ReleasedEpoch]

    init(_ days: [ReleasedEpoch]) {
        self.days = days
    }

    /// Whether enough people stand behind a count on one day.
    func isShowable(_ count: Count) -> Bool {
        days.contains { people(count, $0) >= Int64(PublishedMonth.k) }
    }

    func table(_ epoch: Epoch) -> PublishedTable {
        let counts = Count.allCases.map { count in
            isShowable(count) ? PublishedMonth.rounded(sum(count.rawValue)) : .hidden
        }
        let visitors = days.compactMap { number("visitors", $0) }
        return PublishedTable(
            name: "totals", epoch: epoch,
            columns: Count.allCases.map { .init(name: $0.rawValue, unit: .count) } + [PublishedMonth.visitors],
            rows: [.init(label: "all", kind: .value, values: counts + [PublishedMonth.average(visitors)])],
            k: PublishedMonth.k, hidesRows: counts.contains(.hidden), total: counts[0])
    }

    private func sum(_ column: String) -> Int64 {
        days.reduce(0) { $0.addingSaturated(number(column, $1) ?? 0) }
    }

    private func number(_ column: String, _ day: ReleasedEpoch) -> Int64? {
        guard let totals = day.table("totals"), let place = totals.column(column),
            case .number(let number)? = totals.rows.first?.values[place]
        else { return nil }
        return number
    }

    /// At least so many people stand behind a count on a day.
    private func people(_ count: Count, _ day: ReleasedEpoch) -> Int64 {
        guard number(count.rawValue, day) != nil else { return 0 }
        return count.tables.compactMap { day.table($0) }.reduce(0) { most, table in
            guard let place = table.column("visitors") else { return most }
            return table.rows.reduce(most) { most, row in
                if case .number(let visitors) = row.values[place] { max(most, visitors) } else { most }
            }
        }
    }
}
