import Events
import Privacy
import Store

/// Does what approved requests of one kind ask for.
protocol RequestWork {
    /// Does what all of these ask for, all of one kind.
    ///
    /// Doing it again after a crash goes on where that came; what is done is on record as such and is not done twice. Days are
    /// gone through once for all requests. Every look at sealed lines is put on record before.
    ///
    /// - Parameters:
    ///   - tasks: the requests, in the order of their numbers.
    ///   - key: the private half of ``RequestSite/officer``.
    /// - Returns: an outcome for each number, of everything that was done for the request so far, by earlier calls too; one that
    ///   waits for a day that is open yet says so.
    func carryOut(
        _ tasks: [RequestTask], at site: RequestSite, showing key: borrowing PrivateHalf
    ) throws -> [Int: RequestOutcome]
}
