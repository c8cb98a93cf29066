import Events
import Privacy
import Store

/// Copies the records of a hold out of the vault, day by day: its ``HoldableLines``.
struct HoldCopying {
    private let holds: Holds
    private let hold: Hold
    private let filter: LineFilter
    private let terms: HoldTerms
    private let opener: VaultOpener
    private(set) var faults: [(file: String, fault: SealedFault)] = []
    /// Matching lines of the days copied now that were left out, for they are locked.
    private(set) var restricted = 0

    init(_ holds: Holds, _ hold: Hold, _ filter: LineFilter, _ terms: HoldTerms, _ opener: VaultOpener) {
        self.holds = holds
        self.hold = hold
        self.filter = filter
        self.terms = terms
        self.opener = opener
    }

    /// Copies the days that are not done; one that cannot be read any more is passed over and told.
    mutating func run() throws {
        guard !hold.waitingDays.isEmpty else { return }
        let writer = try holds.store.takeWriter(host: holds.environment.hostName)
        for day in hold.waitingDays {
            let held = HeldDay(hold: hold.number, kind: hold.kind, day: day, until: hold.until)
            if try terms.isGone(day) || terms.isOver(hold.kind, of: day, until: hold.until) {
                try holds.catalog.recordMissed(held)
            } else {
                try copy(held, writer)
            }
        }
    }

    private mutating func copy(_ held: HeldDay, _ writer: Writer) throws {
        guard let lines = try HoldableLines.open(held.day, for: held.kind, filter, holds, opener) else {
            return try holds.catalog.recordMissed(held)
        }
        try holds.log.append(
            .holdCopied,
            [
                .outcome(.begun), .officer(opener.officer), .count(.number, hold.number), .day(.day, held.day),
                .count(.files, lines.files),
            ])
        let (holds, deflater) = (holds, FrameDeflater())
        var file = HeldFile {
            guard let pair = try holds.directory.pair(held.pair, makingIf: { try holds.catalog.isWaiting(held) })
            else { return nil }
            return try OpenSealedFile(
                writer.beginSealedFile(held.kind, of: held.day, to: pair.name), to: pair, deflater: deflater)
        }
        do {
            try lines.forEach { try file.append($0, of: $1) }
            let copied = try file.finish()
            if !file.isRefused { _ = try writer.recordCopied(held, copied) }
        } catch {
            try? file.discard()
            throw error
        }
        faults += lines.summary.faults
        restricted += lines.restricted
    }
}
