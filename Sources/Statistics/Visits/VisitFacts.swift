import Events

/// What is known of the visits of a batch: which page views begin and end each, how long each lasted, how long each
/// page was viewed.
///
/// All arrays go by place: where a row lies when the batch is read visitor by visitor, each visitor visit by visit.
struct VisitFacts {
    /// Places of the page views.
    private(set) var views: [UInt32] = []
    /// At the first page view of each visit, the seconds until its last; 0 elsewhere.
    ///
    /// Like the other arrays, empty if there is no page view.
    private(set) var visitTime: [Int64] = []
    /// At the first page view of each visit, how many it has; 0 elsewhere.
    private(set) var visitLength: [UInt32] = []
    /// At each page view that another one follows in its visit, the seconds until then; 0 elsewhere.
    private(set) var viewingTime: [Int64] = []

    /// Marks the first and last page view of each visit in `traits`.
    ///
    /// - Parameters:
    ///   - order: the batch's rows visitor by visitor, by visit and sequence.
    ///   - traits: says which places are page views.
    init(of batch: EventBatch, order: [UInt32], traits: inout [RowTraits]) {
        for place in order.indices where traits[place].contains(.view) { views.append(UInt32(place)) }
        guard !views.isEmpty else { return }
        visitTime = [Int64](repeating: 0, count: order.count)
        visitLength = [UInt32](repeating: 0, count: order.count)
        viewingTime = [Int64](repeating: 0, count: order.count)
        var start = 0
        while start < views.count {
            let first = Int(views[start])
            let visit = batch.visit[Int(order[first])]
            var end = start + 1
            var last = first
            while end < views.count, batch.visit[Int(order[Int(views[end])])] == visit {
                let next = Int(views[end])
                traits[last].insert(.step)
                viewingTime[last] = VisitFacts.seconds(
                    from: batch.time[Int(order[last])], to: batch.time[Int(order[next])])
                last = next
                end += 1
            }
            visitTime[first] = VisitFacts.seconds(
                from: batch.time[Int(order[first])], to: batch.time[Int(order[last])])
            visitLength[first] = UInt32(truncatingIfNeeded: end - start)
            traits[first].insert(.firstView)
            traits[last].insert(.lastView)
            if first == last { traits[first].insert(.bounce) }
            start = end
        }
    }

    private static func seconds(from start: Int64, to end: Int64) -> Int64 {
        let (seconds, overflow) = end.subtractingReportingOverflow(start)
        return overflow ? 0 : max(0, seconds)
    }
}
