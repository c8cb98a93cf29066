import Events
import Privacy
import Store

extension ExpiryRun {
    /// Says which input files still hold lines of days whose raw term is over, and forgets those that do not.
    mutating func settleInputs() throws {
        for day in try catalog.inputDays() {
            guard let last = job.retention[.raw].lastDay(for: day), last < summary.today else { continue }
            let left = try inputs.left(of: day)
            let gone = left.filter(\.paths.isEmpty).map(\.recorded)
            if !gone.isEmpty { try catalog.forgetInputs(gone, of: day) }
            let paths = Set(left.flatMap(\.paths)).sorted()
            if !paths.isEmpty { summary.inputsLeft.append((day, paths)) }
        }
    }
}
