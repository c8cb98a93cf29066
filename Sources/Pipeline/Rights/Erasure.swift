import Events
import Privacy
import Store

/// Takes out what can be taken out of a person's data: <doc:Requests>.
struct Erasure: RequestWork {
    func carryOut(
        _ tasks: [RequestTask], at site: RequestSite, showing key: borrowing PrivateHalf
    ) throws -> [Int: RequestOutcome] {
        try RightsRun.alone(at: site, showing: key) { try ErasureRun(tasks, $0).carryOut() }
    }
}
