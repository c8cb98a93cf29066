import Events
import Store

/// Which days of a period have sealed lines still, and which had them.
struct EvidenceDays {
    let file: EvidenceFile
    let living: Int
    let destroyed: Int

    /// - Parameter term: how long raw lines are kept by the policy that rules now.
    init(
        of days: ClosedRange<Day>, _ store: Store, _ certificates: EvidenceCertificates, _ term: RetentionTerm?
    ) throws {
        var lines = ["# day  state"]
        let living = try store.catalog.sealedDays().filter(days.contains)
        let marked = try [true, false].flatMap { try store.catalog.markedDays(isFinished: $0) }
            .filter { days.contains($0.day) }
        let known = Set(living).union(marked.map(\.day)).union(certificates.names.keys)
        for day in known.sorted() {
            let names = certificates.names[day].map { "  certificates \($0.joined(separator: ", "))" } ?? ""
            if let mark = marked.first(where: { $0.day == day }) {
                let state =
                    mark.destroyed.map { "destroyed \(UTCTime.text(milliseconds: $0))" }
                    ?? "its destruction has begun and is not finished"
                lines.append("\(day)  \(state)\(names)")
                continue
            }
            let kept = term.map { term in
                term.lastDay(for: day).map { "  kept to \($0)" } ?? "  kept without end"
            }
            lines.append("\(day)  \(living.contains(day) ? "sealed\(kept ?? "")" : "no sealed lines")\(names)")
            for file in try RetentionClass.dayLines.flatMap({ try store.catalog.sealedFiles($0, of: day) }) {
                lines.append(
                    "  \(StoreLayout.relativePath(of: file.name))  \(file.lines) lines  \(file.bytes) bytes"
                        + "  sha256 \(Certificate.hexadecimal(file.digest))")
            }
        }
        file = EvidenceFile("days.txt", lines: lines)
        let gone = Set(marked.filter { $0.destroyed != nil }.map(\.day))
        self.living = Set(living).subtracting(gone).count
        destroyed = gone.count
    }
}
