package import Events
import Statistics
import Privacy
import Store

/// Counts an epoch without disclosure control, for tests that compare the counts with another engine's.
///
/// Nothing in the tool uses it.
package struct BareTally {
    private let environment: JobEnvironment

    package init(environment: JobEnvironment) {
        self.environment = environment
    }

    /// The epochs on record, open ones too.
    package func epochs() throws -> [Epoch] {
        try environment.openStore(create: false).catalog.epochs([.open, .closing, .closed])
    }

    /// The bare counts of an epoch: from `visit` and `seq` if it is closed, else from `time` and `tie`.
    package func counts(_ epoch: Epoch) throws -> [BareCount] {
        BareCount.all(of: try counted(epoch))
    }

    private func counted(_ epoch: Epoch) throws -> CountedEpoch {
        let store = try environment.openStore(create: false)
        let calendar = try environment.calendar(of: store, logOffset: nil)
        let counting = EpochCounting(
            epoch: epoch, day: calendar.localDay(epoch.day), threshold: Threshold(k: environment.policy.threshold),
            seed: 1)
        let sources = try EpochSources(store: store, epoch: epoch)
        let rows = try sources.rows(.everything, seed: 1)
        var batch = rows.batch
        if try store.catalog.state(of: epoch) != .closed {
            let visitors = batch[.visitor]
            let assignment = VisitAssignment(
                visitors: visitors.indices.isEmpty
                    ? [UInt32](repeating: absentIndex, count: batch.rowCount) : visitors.indices,
                visitorCount: visitors.dictionary.count, time: batch.time, writerRank: rows.writerRank, tie: batch.tie,
                pageView: batch[.pageView])
            batch.visit = assignment.visit.map(Int64.init)
            batch.sequence = assignment.sequence
        }
        return counting.count([batch])
    }
}
