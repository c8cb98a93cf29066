import Intake
import Privacy
import Store

/// What the inputs of one run share: the writer's name, the rows on their way, and the commits.
final class IngestSession {
    let sink: EventSink
    private let job: Ingest

    init(_ job: Ingest) throws {
        self.job = job
        sink = try job.makeSink()
    }

    var hasRows: Bool { sink.hasRows }

    /// Whether lines are on their way that came before the list of objections was changed; then others may wait for the
    /// commit.
    var isOutdated: Bool { sink.isOutdated }

    /// Makes everything true at once that has come of the inputs.
    ///
    /// All inputs that have rows on their way must be among them, and none may be undecided.
    func commit(_ runs: [InputRun]) throws {
        let updates = try runs.map { try $0.settling.record() }
        guard sink.hasRows || updates.contains(where: { !$0.contents.isEmpty }) else {
            for run in runs { run.settling.settled() }
            return
        }
        let receipt = try sink.commit(updates)
        for (run, places) in zip(runs, receipt.places) { run.settling.recorded(places, revision: receipt.revision) }
    }

    /// Adds what all inputs have in common.
    func complete(_ summary: inout IngestSummary) {
        summary.proxyHint = sink.clients.hint(trusted: job.settings.allTrustedProxies)
        summary.ruling = job.ruling
        summary.rowsByDay = sink.rowsByDay
        summary.fileCount = sink.fileCount
        summary.storedBytes = sink.storedBytes
        summary.sealedLines = sink.sealedLines
        summary.sealedBytes = sink.sealedBytes
        summary.lateLines = sink.lateLines
    }
}
