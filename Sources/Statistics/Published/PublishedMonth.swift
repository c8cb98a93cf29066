import Events
@_spi(DisclosureControl) public import Releases

/// Class *published*: a month of released days, in so few and so rough numbers that it may leave the organisation.
///
/// A pure function of what was released, so it cannot say what was not. Its tables have one dimension, whose values are
/// nobody's own words, one count, and the visitors of an average day; all numbers are rounded to 10. A row is told if
/// on one of the month's days ``k`` visitors stand behind it: one person on ten days is one person. What is not told
/// stands, together, on as many: the smallest row that could be told is hidden with it. Lines that came after their day
/// was closed are left out, so what is published of a month never changes.
public enum PublishedMonth {
    /// The number of visitors of one day that have to stand behind each number.
    public static let k = 50
    private static let rounding: Int64 = 10
    /// The average visitors of a day: nobody counts distinct visitors of a month.
    static let visitors = PublishedTable.Column(name: "visitors_per_day", unit: .people)

    /// The tables, besides the totals, whose values are nobody's own words.
    public static let tableNames = [
        "hours", "memberships", "status_codes", "methods", "protocols", "tls_versions", "cache_statuses",
        "visit_lengths", "referrer_kinds", "browsers", "operating_systems", "device_classes", "languages", "countries",
    ]

    /// What is published of a month, as a release whose epoch is the month's first day.
    ///
    /// - Parameters:
    ///   - days: the releases of the month's days, all of which are closed; supplements among them are passed over.
    /// - Returns: nil if nothing was released in the month.
    public static func release(_ days: [ReleasedEpoch]) -> ReleasedEpoch? {
        let days = days.filter { $0.epoch.supplement == 0 }.sorted { $0.epoch < $1.epoch }
        guard let last = days.last, let month = MonthOfDays(last.epoch.day) else { return nil }
        precondition(days.allSatisfy { month.range.contains($0.epoch.day) }, "the days are of one month")
        let epoch = Epoch(day: month.range.lowerBound)
        return ReleasedEpoch(
            epoch: epoch, definitionsDigest: last.definitionsDigest, policyDigest: last.policyDigest, k: k,
            timeZone: last.timeZone, tables: tables(days, epoch),
            lastDay: month.range.upperBound)
    }

    private static func tables(_ days: [ReleasedEpoch], _ epoch: Epoch) -> [PublishedTable] {
        let totals = PublishedTotals(days)
        guard totals.isShowable(.hits) else { return [] }
        let rows = tableNames.compactMap { name in
            PublishedRows(name, days).table(epoch)
        }
        return [totals.table(epoch)] + rows
    }

    /// To the nearest 10; half of it is rounded up.
    static func rounded(_ number: Int64) -> PublishedTable.Value {
        let (up, overflow) = number.addingReportingOverflow(rounding / 2)
        return .number((overflow ? number : up) / rounding * rounding)
    }

    /// The rounded average of a day's visitors.
    static func average(_ visitors: [Int64]) -> PublishedTable.Value {
        guard !visitors.isEmpty else { return .hidden }
        let sum = visitors.reduce(Int64(0)) { $0.addingSaturated($1) }
        return rounded((sum + Int64(visitors.count) / 2) / Int64(visitors.count))
    }
}
