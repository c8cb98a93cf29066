import Events

/// Cuts the page views of each visitor of an epoch into visits.
///
/// A gap of more than 1,800 s between two page views of one visitor begins a new visit. Every row belongs to one: a
/// row that is not a page view to the visit of the visitor's latest page view before it, or to the first visit if
/// there is none; a visitor without page views has one number for all rows, and a row without a visitor one of its
/// own.
public struct VisitAssignment: Sendable {
    /// The longest pause, in seconds, that does not end a visit.
    public static let longestGap: Int64 = 1800

    /// Row numbers by visitor, then time, writer, tie and row number.
    public private(set) var order: [UInt32] = []
    /// For each row, its visit: 0, 1, … over all visitors.
    public private(set) var visit: [UInt32]
    /// For each row, its place within the visit, from 0.
    public private(set) var sequence: [Int32]
    /// How many visits there are.
    public private(set) var visitCount = 0

    /// - Parameters:
    ///   - visitors: indices below `visitorCount`, or ``absentIndex``.
    ///   - time: UTC seconds.
    ///   - writerRank: orders the writers whose clocks agree on a second; empty for a single writer.
    ///   - tie: one visitor's order within second and writer; empty if rows already lie in that order.
    ///   - pageView: empty if there is none.
    public init(
        visitors: [UInt32], visitorCount: Int, time: [Int64], writerRank: [UInt32], tie: [Int32], pageView: [Bool]
    ) {
        let rows = RowOrder(time: time, writerRank: writerRank, tie: tie)
        var order = CountingSort.rows(by: visitors, keyCount: visitorCount)
        visit = [UInt32](repeating: 0, count: time.count)
        sequence = [Int32](repeating: 0, count: time.count)
        var start = 0
        while start < order.count {
            let visitor = visitors[Int(order[start])]
            var end = start + 1
            if visitor != absentIndex {
                while end < order.count, visitors[Int(order[end])] == visitor { end += 1 }
                rows.sort(&order, in: start..<end)
            }
            assign(order, in: start..<end, time: time, pageView: pageView)
            start = end
        }
        self.order = order
    }

    /// Numbers the rows of one visitor.
    @inline(__always)
    private mutating func assign(_ order: [UInt32], in range: Range<Int>, time: [Int64], pageView: [Bool]) {
        var number = UInt32(truncatingIfNeeded: visitCount)
        var place: Int32 = 0
        var hasView = false
        var latestView: Int64 = 0
        for index in range {
            let row = Int(order[index])
            if !pageView.isEmpty, pageView[row] {
                // Without overflow: the rows are in order of time, so the wrapped difference is the true one, unsigned.
                let gap = UInt64(bitPattern: time[row] &- latestView)
                if hasView, gap > UInt64(VisitAssignment.longestGap) {
                    number += 1
                    place = 0
                }
                hasView = true
                latestView = time[row]
            }
            visit[row] = number
            sequence[row] = place
            place += 1
        }
        visitCount = Int(number) + 1
    }
}
