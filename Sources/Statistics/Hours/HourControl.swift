public import Events
@_spi(DisclosureControl) public import Releases

/// Decides what may be told of a day's hours while the day goes on, although nobody knows yet what it will bring.
///
/// An hour is told if it stands on enough people in every measure, no visitor makes most of it, and the hours of
/// the day that are not told stand on enough people already. So whatever comes, the hours that are not told together
/// are never about fewer than k: the first busy hours wait until the day is closed, for a later hour of few people to
/// hide behind.
public struct HourControl: Sendable {
    /// The name of the table of hours of a closed day, and of each hour that was told before.
    public static let tableName = "hours"

    let epoch: Epoch
    let threshold: Threshold

    public init(epoch: Epoch, threshold: Threshold) {
        self.epoch = epoch
        self.threshold = threshold
    }

    /// The tables of hours that are over: one each, of one row.
    ///
    /// - Parameters:
    ///   - hours: in the order in which they ended.
    ///   - earlier: the hours that ended before them and are not told.
    ///   - tally: all rows of the day's beginning, up to the end of the last of the hours at least.
    public func release(
        _ hours: [Int], hidden earlier: [Int], _ tally: HourTally
    ) -> [(hour: Int, table: PublishedTable)] {
        var withheld = HourEvidence(tally, hours: earlier)
        let rows = HourRows(tally, allVisitors: tally.visitorCount)
        return hours.map { hour in
            // A measure of which there has been nothing yet needs nobody to hide behind.
            let isCovered = HourMeasure.allCases.allSatisfy { withheld.isCovering($0) || tally.isNothing($0) }
            let isTold = isCovered && rows.isShowable(hour)
            if !isTold { withheld.add(hour) }
            return (hour, table([isTold ? rows.row(hour) : rows.hiddenRow(hour)], hidesRows: !isTold))
        }
    }

    /// - Parameter k: the number of visitors that had to stand behind each number.
    func table(
        _ rows: [PublishedTable.Row], k: Int? = nil, hidesRows: Bool, total: PublishedTable.Value = .hidden
    ) -> PublishedTable {
        PublishedTable(
            name: HourControl.tableName, epoch: epoch, columns: HourRows.columns, rows: rows,
            k: k ?? threshold.visitors, hidesRows: hidesRows, total: total)
    }
}
