import Events

/// What visits contribute, row by row: where each begins and ends, whether it bounced, how long it lasted.
struct VisitFacts {
    /// For each row of the batch, the measures of views and visits that it contributes to.
    private(set) var measures: [UInt16]
    /// For the first page view of each visit, the seconds until its last; 0 elsewhere.
    private(set) var durations: [Int64]

    /// - Precondition: the batch is of a closed epoch: it has visit numbers and sequences.
    init(of batch: EventBatch) {
        precondition(
            batch.visit.count == batch.rowCount && batch.sequence.count == batch.rowCount, "the epoch is closed")
        measures = [UInt16](repeating: Measure.otherHits.bit, count: batch.rowCount)
        durations = [Int64](repeating: 0, count: batch.rowCount)
        let pageView = batch[.pageView]
        guard !pageView.isEmpty else { return }
        let robot = batch[.robot]
        var first = -1
        var last = -1
        var number: Int64 = 0
        func close(_ measures: inout [UInt16], _ durations: inout [Int64]) {
            guard first >= 0 else { return }
            let duration = max(0, batch.time[last] - batch.time[first])
            durations[first] = duration
            measures[first] &= ~Measure.laterViews.bit
            measures[first] |= Measure.visits.bit
            measures[first] |= first == last ? Measure.bounces.bit : Measure.longerVisits.bit
            if duration > 0 { measures[first] |= Measure.duration.bit }
            measures[last] &= ~Measure.earlierViews.bit
            measures[last] |= Measure.exits.bit
        }
        func take(_ row: Int, _ measures: inout [UInt16], _ durations: inout [Int64]) {
            guard pageView[row], robot.isEmpty || !robot[row] else { return }
            measures[row] = Measure.pageViews.bit | Measure.laterViews.bit | Measure.earlierViews.bit
            if first < 0 || batch.visit[row] != number {
                close(&measures, &durations)
                first = row
                number = batch.visit[row]
            }
            last = row
        }
        if VisitFacts.isInOrder(batch) {
            for row in 0..<batch.rowCount { take(row, &measures, &durations) }
        } else {
            let order = (0..<batch.rowCount).sorted {
                (batch.visit[$0], batch.sequence[$0]) < (batch.visit[$1], batch.sequence[$1])
            }
            for row in order { take(row, &measures, &durations) }
        }
        close(&measures, &durations)
    }

    /// Whether rows lie as a closed day's files hold them: by visit, then sequence.
    private static func isInOrder(_ batch: EventBatch) -> Bool {
        for row in 1..<max(1, batch.rowCount) {
            let before = batch.visit[row - 1]
            let here = batch.visit[row]
            if here < before || (here == before && batch.sequence[row] < batch.sequence[row - 1]) { return false }
        }
        return true
    }
}
