import Events
import Intake
import Privacy
import Store

/// Reads files by name, on and on: <doc:Following>.
///
/// One thread, in rounds: look at the names, read what has grown, open what is new, commit what is due, wait.
final class Following {
    /// A file that is to be opened.
    struct Waiting {
        let path: String
        let node: FileStatus.Node
        /// The reading that is to be repeated, for a file that has been open before.
        var earlier: InputRun?
    }

    private static let quarterHour: Int64 = 900_000

    let job: Ingest
    let session: IngestSession
    let names: FollowedNames
    var files: [FollowedFile] = []
    /// In the order in which they are opened.
    var queue: [Waiting] = []
    var asides: [FileStatus.Node: SetAside] = [:]
    var reports: FollowReports
    var sums = FollowSums()
    /// How many files have been opened.
    var openings = 0
    /// The month whose identity key the open files are recorded under.
    var month: Month
    /// Whether to look at the names without waiting first.
    var looksAgain = true
    private var lastLook: Int64 = .min
    private var isReloadDue = false
    private var isPolicyDue = false
    /// The day whose policy rules, and the quarter of an hour in which it was last asked for: days begin with one.
    private var day: Day
    private var quarter: Int64

    init(_ names: [String], job: Ingest, session: IngestSession) throws {
        self.names = FollowedNames(names: names)
        self.job = job
        self.session = session
        reports = FollowReports(job.options.report)
        month = job.keys.month
        quarter = job.now() / Following.quarterHour
        day = try job.today
    }

    /// What was done, once the run has ended.
    var inputs: [IngestSummary.Input] { sums.inputs }

    var now: Int64 { job.waiter.milliseconds }

    /// Follows the files until a signal says to stop.
    func run() throws {
        while true {
            var isBusy = false
            do {
                isBusy = try round()
            } catch  where Following.isConflict(error) {
                try startOver()
            }
            let interval = job.settings.pollInterval
            if !isBusy { looksAgain = true }
            switch try job.waiter.wait(for: nil, milliseconds: isBusy ? 0 : Int(interval)) {
            case .signal(.hangUp): isReloadDue = true
            case .signal: return try finish()
            case .timeOver, .readable: break
            }
        }
    }

    /// - Returns: whether there is more to do at once.
    private func round() throws -> Bool {
        if isReloadDue, try commit() { reload() }
        try lookAtDay()
        if isPolicyDue, try commit(), !session.hasRows { renewPolicy() }
        if looksAgain || now - lastLook >= job.settings.pollInterval {
            looksAgain = false
            lastLook = now
            try look()
        }
        var isBusy = false
        for file in files where try read(file) { isBusy = true }
        if try openNext() { isBusy = true }
        try commitIfDue()
        return isBusy || looksAgain
    }

    /// Takes over what the configuration says now, and tries again what was refused.
    private func reload() {
        isReloadDue = false
        do {
            try job.reload()
        } catch {
            reports.note("The configuration was not read again, the old one stays: \(error)", of: "")
        }
        isPolicyDue = true
        for file in files where !file.hasEnded && !file.run.settling.reader.isWaiting { file.run.renewReader() }
        asides = [:]
        reports.forget()
        looksAgain = true
    }

    /// On each new day another version of the policy may rule.
    private func lookAtDay() throws {
        let present = job.now() / Following.quarterHour
        guard present != quarter else { return }
        quarter = present
        let today = try job.today
        isPolicyDue = isPolicyDue || today != day
        day = today
    }

    private func renewPolicy() {
        isPolicyDue = false
        do {
            try job.renewPolicy(of: session.sink)
        } catch {
            reports.note("The policy was not read again, the old one stays: \(error)", of: "policy.yaml")
        }
    }

    /// Whether another run has been faster with the same content, or a file has changed under the reading.
    static func isConflict(_ error: any Error) -> Bool {
        (error as? StoreError)?.kind == .busy || (error as? JobError)?.kind == .busy
    }
}
