import Events
import Intake
import Privacy
import Store

/// Puts right what is stored of a person: <doc:Requests>.
struct Correction: RequestWork {
    func carryOut(
        _ tasks: [RequestTask], at site: RequestSite, showing key: borrowing PrivateHalf
    ) throws -> [Int: RequestOutcome] {
        let lock = try site.store.lockAggregation()
        defer { withExtendedLifetime(lock) {} }
        try site.store.recover()
        let run = CorrectionRun(tasks, try RightsRun(site, showing: key))
        return try run.carryOut()
    }
}
