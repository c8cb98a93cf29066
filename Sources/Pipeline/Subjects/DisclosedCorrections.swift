import Events
import Privacy
import Store

/// What has been put right of the lines that a disclosure shows.
final class DisclosedCorrections {
    private let site: RequestSite
    private let opener: VaultOpener
    private var last: (day: Day, corrections: Corrections)?
    /// Corrections that cannot be opened: what they say is not told.
    private(set) var faults: Set<LineFault> = []

    init(_ site: RequestSite, _ opener: VaultOpener) {
        self.site = site
        self.opener = opener
    }

    /// The right values of a line's fields, by name; none where nothing was corrected, or the line is no record.
    func values(of line: SubjectLine) throws -> [(field: String, value: String)] {
        guard let (batch, row) = line.row else { return [] }
        return try corrections(of: line.day).values(batch, row: row, site.policy.options).map {
            ($0.field, String(decoding: $0.value, as: UTF8.self))
        }
    }

    private func corrections(of day: Day) throws -> Corrections {
        if let last, last.day == day { return last.corrections }
        let corrections = try Corrections(site.store, site.directory, opener, of: day) { file in
            faults.insert(LineFault(file, "The correction cannot be opened."))
        }
        last = (day, corrections)
        return corrections
    }
}
