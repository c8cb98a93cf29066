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
        start = job.now()
        lastCommit = start
        lastProgress = start
    }

    /// Reads the input to its end and commits it.
    mutating func readToEnd() throws {
        var failure: IntakeError?
        reading: while true {
            do throws(IntakeError) {
                if try run.fill(timeoutMilliseconds: patience) == .end { break reading }
            } catch {
                failure = error
                break reading
            }
            try run.settle()
            if isCommitDue { try commit() }
            showProgress()
        }
        try run.end(isComplete: failure == nil)
        try commit()
        if let failure {
            run.settling.summary.failure =
                "\(failure). What was whole is stored. Repair or replace the file and run the command again: nothing is"
                + " counted twice."
        }
    }

    private mutating func commit() throws {
        try session.commit([run])
        lastCommit = job.now()
    }

    /// How long a read may wait: until a commit falls due, or the format has to be chosen.
    private var patience: Int? {
        guard !run.isRegularFile else { return nil }
        let now = job.now()
        let reader = run.settling.reader
        if reader.isWaiting { return Int(max(0, reader.decisionTime(startedAt: lastCommit) - now)) }
        return session.hasRows || reader.hasNews ? Int(max(0, lastCommit + job.options.commitInterval - now)) : nil
    }

    private var isCommitDue: Bool {
        guard !run.settling.isUndecided else { return false }
        let now = job.now()
        let reader = run.settling.reader
        return now - lastCommit >= job.options.commitInterval || run.settling.identity.isHeavy
            || (reader.isWaiting && now >= reader.decisionTime(startedAt: lastCommit))
    }

    private mutating func showProgress() {
        let now = job.now()
        guard let show = job.options.progress, now - lastProgress >= InputReading.progressInterval else { return }
        lastProgress = now
        show(run.progress(elapsed: now - start))
    }
}
