import Events
import Store

extension StatusCheck {
    /// How many days before its due date a request asks for a person.
    private static let requestNotice: Int32 = 7

    /// Requests that have to be answered soon, or should have been, and those that wait for a day that is open.
    mutating func lookAtRequests() throws {
        for record in try store.catalog.requests() where !record.state.isEnd {
            let name = "Request \(record.number) (\(record.kind.rawValue), \(record.state.rawValue))"
            let remedy = StatusCheck.remedy(record)
            if record.due < today {
                add(.requests, "\(name) is overdue: it had to be answered by \(record.due).", remedy)
            } else if record.due.number - today.number <= StatusCheck.requestNotice {
                add(.requests, "\(name) has to be answered by \(record.due).", remedy)
            } else if record.state == .doing {
                add(
                    .requests, "\(name) is not finished: a run ended before, or a day was still open.", remedy,
                    needsPerson: false)
            }
        }
    }

    private static func remedy(_ record: RequestRecord) -> String {
        let step =
            switch record.state {
            case .opened: "verify"
            case .verified: "approve"
            default: "do"
            }
        return "Run `footfall request \(step) \(record.number)`"
            + (step == "do" ? " once the days before today are closed." : ", or refuse it.")
    }
}
