import Events
import Privacy
import Store

/// Puts right what is stored of a person: <doc:Requests>.
struct Correction: RequestWork {
    func carryOut(
        _ tasks: [RequestTask], at site: RequestSite, showing key: borrowing PrivateHalf
    ) throws -> [Int: RequestOutcome] {
        try RightsRun.alone(at: site, showing: key) { try CorrectionRun(tasks, $0).carryOut() }
    }
}
