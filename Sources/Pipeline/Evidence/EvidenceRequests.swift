import Events
import Store

/// Which requests came in or were answered in a period, in words of closed sets: never what they say, nor whom they are about.
struct EvidenceRequests {
    let file: EvidenceFile

    init(of days: ClosedRange<Day>, _ store: Store, _ calendar: StoreCalendar) throws {
        var lines = ["# request  kind  opened  due  state  grounds"]
        for record in try store.catalog.requests() {
            let opened = calendar.day(of: record.opened / 1000)
            let last = record.ended.map { calendar.day(of: $0 / 1000) } ?? days.upperBound
            guard max(opened, days.lowerBound) <= min(last, days.upperBound) else { continue }
            lines.append(
                "request \(record.number)  \(record.kind.rawValue)  opened \(opened)  due \(record.due)"
                    + "  \(record.state.rawValue)" + (record.ground.map { "  \($0.rawValue)" } ?? ""))
            lines += record.steps.map { step in
                "  \(step.word)" + (step.detail.map { " \($0)" } ?? "") + "  \(UTCTime.text(milliseconds: step.time))"
                    + (step.officer.map { "  officer \($0)" } ?? "")
            }
        }
        file = EvidenceFile("requests.txt", lines: lines)
    }
}
