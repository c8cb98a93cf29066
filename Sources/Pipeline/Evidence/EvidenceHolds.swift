import Events
import Privacy
import Store

/// Which records holds keep, or have kept, of a period: never what was looked for, nor why.
struct EvidenceHolds {
    let file: EvidenceFile

    /// - Parameter retention: the terms of the policy that rules now; nil if there is none.
    init(of days: ClosedRange<Day>, _ store: Store, _ retention: Retention?) throws {
        var lines = ["# hold  class  days  state  records"]
        for hold in try store.catalog.holds() where hold.range.overlaps(days) {
            lines.append(
                "hold \(hold.number)  \(hold.kind.rawValue)  \(hold.range.text)  \(hold.state.rawValue)"
                    + "  \(hold.lines) records")
            lines += hold.approvals.map {
                "  officer \($0.officer)  \($0.fingerprint)  \(UTCTime.text(milliseconds: $0.time))"
            }
            let steps = [
                ("proposed", hold.proposed), ("active", hold.active), ("released", hold.released),
                ("ended", hold.ended),
            ]
            lines += steps.compactMap { name, time in
                time.map { "  \(name) \(UTCTime.text(milliseconds: $0))" }
            }
            for day in hold.days where days.contains(day.day) {
                lines.append("  \(day.day)  \(day.lines) records  " + EvidenceHolds.text(day, retention))
            }
        }
        file = EvidenceFile("holds.txt", lines: lines)
    }

    private static func text(_ day: HoldDay, _ retention: Retention?) -> String {
        if let destroyed = day.destroyed { return "destroyed \(UTCTime.text(milliseconds: destroyed))" }
        guard day.state == .kept else { return day.state.rawValue }
        let last = day.held.kind == .order ? day.held.until : retention?[day.held.kind].lastDay(for: day.day)
        return last.map { "kept to \($0)" } ?? "kept"
    }
}
