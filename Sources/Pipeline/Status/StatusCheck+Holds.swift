import Events
import Privacy
import Store

extension StatusCheck {
    /// Holds that nothing goes on with until somebody does.
    mutating func lookAtHolds() throws {
        for hold in try store.catalog.holds() {
            let number = hold.number
            let waiting = hold.waitingDays.count
            switch hold.state {
            case .proposed:
                let missing = hold.approvalsWanted - hold.approvals.count
                add(
                    .holds,
                    "Hold \(number) of \(hold.range.text) waits for \(missing == 1 ? "another officer" : "\(missing) more officers").",
                    "Have one run `footfall hold approve \(number) --officer-key FILE` before the raw lines go.")
            case .copying:
                let days = "\(waiting) of \(hold.days.count) \(hold.days.count == 1 ? "day" : "days")"
                add(
                    .holds, "Hold \(number) is not finished: \(days) still to be copied.",
                    "Run `footfall hold approve \(number) --officer-key FILE` before the raw lines go.")
            case .released where hold.ended == nil:
                add(
                    .holds, "The release of hold \(number) has begun and is not finished.",
                    "Run `footfall hold release \(number)`, or `footfall expire`.")
            case .active, .released, .ended: break
            }
        }
    }
}
