import Events
import Store

extension ExpiryJob {
    /// A time given by hand that lies so far before the machine's, in milliseconds, is one of a rehearsal: a day.
    private static let rehearsal: Int64 = 86_400_000

    /// Decides by which time to destroy, and asks where somebody has to be asked.
    ///
    /// A time given by hand is asked about if something would go by it that stays by the machine's own clock, or if the clock
    /// guard would refuse it; but not one of the past that lies behind the record: it destroys nothing that is not due, and can
    /// only be meant.
    ///
    /// - Throws: ``JobError`` (usage) if the answer is no, or there is nobody to ask; but not of a time behind the record, by
    ///   which nothing is destroyed then.
    func time() throws -> ExpiryTime {
        let now = environment.now()
        guard let machine = environment.clock?() else {
            let recorded = try store.catalog.recordedTime()
            let decision = ClockGuard(recorded: recorded).decision(at: now, isConfirmed: false)
            return ExpiryTime(now: now, recorded: recorded, decision: decision, isConfirmed: false, isRecorded: true)
        }
        var recorded: Int64?
        var decision = ClockGuard.Decision.go
        var doubt: String?
        do {
            recorded = try store.catalog.recordedTime()
            decision = ClockGuard(recorded: recorded).decision(at: now, isConfirmed: false)
            doubt = self.doubt(of: decision, isPast: now <= machine - ExpiryJob.rehearsal)
        } catch let error as StoreError where error.kind == .damaged {
            doubt = "the time that the last run recorded cannot be read"
        }
        if doubt == nil, try destroysMore(now, than: machine, recorded) {
            doubt = "more is destroyed by it than by this machine's own clock (\(calendar.text(of: machine / 1000)))"
        }
        guard let doubt else {
            return ExpiryTime(
                now: now, recorded: recorded, decision: .go, isConfirmed: decision != .go, isRecorded: now <= machine)
        }
        let asked = "Is it \(calendar.text(of: now / 1000)) in \(calendar.name)? It is asked because \(doubt)."
        guard try environment.confirm(asked) else {
            // By a time behind the record nothing goes, so what else the run does can be done.
            if case .behind = decision {
                return ExpiryTime(
                    now: now, recorded: recorded, decision: decision, isConfirmed: false, isRecorded: false)
            }
            throw JobError(
                .usage,
                "The time given with --now has to be confirmed, because \(doubt). Nothing was done. Add --yes if it is right."
            )
        }
        return ExpiryTime(now: now, recorded: recorded, decision: .go, isConfirmed: true, isRecorded: true)
    }

    /// Why the clock guard would refuse a time that was given by hand; nil if it would not, or need not be heard.
    private func doubt(of decision: ClockGuard.Decision, isPast: Bool) -> String? {
        switch decision {
        case .go: nil
        case .behind(let gap): "it is \(ExpiryJob.span(gap)) before the time that the last run recorded"
        case .ahead(let gap): isPast ? nil : "it is \(ExpiryJob.span(gap)) after the time that the last run recorded"
        }
    }

    /// Whether something goes by one time that does not by the other; what goes by a later time goes by an earlier one.
    private func destroysMore(_ now: Int64, than machine: Int64, _ recorded: Int64?) throws -> Bool {
        guard now > machine else { return false }
        return try plan(at: now, recorded: recorded).steps != plan(at: machine, recorded: recorded).steps
    }

    /// `3 days`, or `5 hours`, or less than one.
    static func span(_ milliseconds: Int64) -> String {
        let hours = milliseconds / 3_600_000
        switch hours {
        case 0: return "less than an hour"
        case 1: return "1 hour"
        case ..<48: return "\(hours) hours"
        default: return "\(hours / 24) days"
        }
    }
}
