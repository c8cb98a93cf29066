import Events
import Privacy
import Store

extension StatusCheck {
    /// Days that are over for so many seconds should be closed: two days.
    private static let closingLimit: Int64 = 2 * 86_400

    /// The policy that rules; nil if it cannot be told.
    ///
    /// - Parameter fault: why the files of the store could not be read.
    mutating func policy(unless fault: JobError?) throws -> Policy? {
        if let fault {
            add(
                .configuration, fault.message,
                "Correct the file: until then most commands refuse to work on this store.")
        }
        do {
            let register = try environment.register(of: store)
            guard fault == nil else { return try register.ruling.map { try PolicyFile.policy(of: $0, places: nil) } }
            let ruling = try register.ruling(over: environment.policy).ruling
            if ruling.standing == .unpublished {
                add(
                    .configuration,
                    "policy.yaml has changed and is not published: version \(ruling.digest.prefix(16)) of \(ruling.since) rules.",
                    "Run `footfall policy publish`, or take the change back.")
            }
            return ruling.policy
        } catch let error as JobError {
            add(.configuration, error.message, "Restore catalog.sqlite from a backup.")
            return nil
        }
    }

    /// Days that nobody closes.
    ///
    /// What came for an old day after the last run is not late: the next one closes it.
    mutating func lookAtOpenDays() throws {
        let limit = now / 1000 - StatusCheck.closingLimit
        guard recorded.map({ $0 / 1000 <= limit }) ?? true else { return }
        let days = try store.catalog.epochs([.open, .closing]).filter { epoch in
            try calendar.localDay(epoch.day).range.upperBound <= limit && store.catalog.rowCount(of: epoch) > 0
        }.map(\.day)
        guard let first = days.first else { return }
        let count = Set(days).count
        add(
            .closing,
            "\(count == 1 ? "1 day is" : "\(count) days are") over for more than 2 days and not closed, the oldest \(first).",
            "Run `footfall aggregate`, and have it run every night.")
    }

    /// What goes next, and what should be gone.
    mutating func lookAtTerms(of policy: Policy, _ directory: KeyDirectory) throws {
        let job = ExpiryJob(
            environment: environment, store: store, directory: directory, policy: policy, calendar: calendar)
        do {
            let plan = try job.plan(at: now, recorded: recorded)
            summary.next = plan.next
            guard let first = plan.late.first else { return }
            let rest = plan.late.count > 1 ? ", and \(plan.late.count - 1) more" : ""
            add(
                .late, "What should be gone is still there: \(first.subject), due \(first.due)\(rest).",
                "Run `footfall expire`; `footfall expire --dry-run` says what it will do.")
        } catch let error as KeyDirectoryError {
            add(
                .keys, "What is due cannot be told: \(error).",
                "Restore it, or name the right key directory with --keys.")
        }
    }

    /// Input files with lines that are gone from the store.
    mutating func lookAtInputs(term: RetentionTerm) throws {
        var inputs = InputsLeft(store: store, environment: environment, calendar: calendar)
        var days: [String: [Day]] = [:]
        for day in try store.catalog.inputDays() where term.lastDay(for: day).map({ $0 < today }) ?? false {
            for path in try inputs.paths(of: day) { days[path, default: []].append(day) }
        }
        let paths = days.sorted { $0.key < $1.key }
        for (path, days) in paths.prefix(StatusCheck.inputLimit) {
            let range = days.count == 1 ? "\(days[0])" : "\(days.count) days, \(days[0]) to \(days[days.count - 1])"
            add(
                .inputs, "\(path) still holds lines of \(range), whose term is over.",
                "Remove the file: while it is there the certificates of these days are hollow.")
        }
        if paths.count > StatusCheck.inputLimit {
            add(
                .inputs, "\(paths.count - StatusCheck.inputLimit) more files hold lines whose term is over.",
                "Remove them; `footfall expire` names all.")
        }
    }

    /// How many files are told one by one.
    private static let inputLimit = 20
}
