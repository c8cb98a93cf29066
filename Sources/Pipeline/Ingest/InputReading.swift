import Intake

/// The reading of one input from its beginning to its end, with a commit at every interval.
struct InputReading {
    /// Milliseconds between two tellings of progress.
    private static let progressInterval: Int64 = 500

    private let job: Ingest
    private let session: IngestSession
    private let run: InputRun
    private let start: Int64
    private var lastProgress: Int64
    private var lastCommit: Int64

    init(_ run: InputRun, job: Ingest, session: IngestSession) {
        self.job = job
        self.session = session
        self.run = run
        start = job.waiter.milliseconds
        lastCommit = start
        lastProgress = start
    }

    /// Reads the input to its end, or until a signal comes, and commits it.
    ///
    /// - Returns: the signal.
    mutating func readToEnd() throws -> Signal? {
        var failure: IntakeError?
        var signal: Signal?
        var fill = InputRun.Fill.timedOut
        while failure == nil, signal == nil, fill != .end {
            do throws(IntakeError) {
                fill = try run.fill(timeoutMilliseconds: 0)
            } catch {
                failure = error
                continue
            }
            try run.settle()
            if isCommitDue { try commit() }
            showProgress()
            if fill == .end { continue }
            let wakeup =
                fill == .timedOut
                ? try job.waiter.wait(for: run.descriptor, milliseconds: patience)
                : try job.waiter.wait(for: nil, milliseconds: 0)
            if case .signal(let received) = wakeup { signal = received }
        }
        try run.end(isComplete: fill == .end)
        try commit()
        if let failure {
            run.settling.summary.failure =
                "\(failure). What was whole is stored. Repair or replace the file and run the command again: nothing is"
                + " counted twice."
        }
        return signal
    }

    private mutating func commit() throws {
        try session.commit([run])
        lastCommit = job.waiter.milliseconds
    }

    /// How long a pipe may be waited for: until a commit falls due, or the format has to be chosen.
    private var patience: Int? {
        let now = job.waiter.milliseconds
        let reader = run.settling.reader
        if reader.isWaiting { return Int(max(0, reader.decisionTime(startedAt: lastCommit) - now)) }
        return session.hasRows || reader.hasNews ? Int(max(0, lastCommit + job.settings.commitInterval - now)) : nil
    }

    private var isCommitDue: Bool {
        guard !run.settling.isUndecided else { return false }
        let now = job.waiter.milliseconds
        let reader = run.settling.reader
        return now - lastCommit >= job.settings.commitInterval || run.settling.identity.isHeavy || session.isOutdated
            || (reader.isWaiting && now >= reader.decisionTime(startedAt: lastCommit))
    }

    private mutating func showProgress() {
        let now = job.waiter.milliseconds
        guard let show = job.options.progress, now - lastProgress >= InputReading.progressInterval else { return }
        lastProgress = now
        show(run.progress(elapsed: now - start))
    }
}
