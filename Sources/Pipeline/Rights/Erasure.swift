import Events
import Privacy
import Store

/// Takes out what can be taken out of a person's data: <doc:Requests>.
struct Erasure: RequestWork {
    func carryOut(
        _ tasks: [RequestTask], at site: RequestSite, showing key: borrowing PrivateHalf
    ) throws -> [Int: RequestOutcome] {
        let lock = try site.store.lockAggregation()
        defer { withExtendedLifetime(lock) {} }
        try site.store.recover()
        let run = ErasureRun(tasks, try RightsRun(site, showing: key))
        return try run.carryOut()
    }
}
