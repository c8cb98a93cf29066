import Events
import Privacy
import Store

/// Copies the records of a hold out of the vault, day by day.
///
/// Restricted lines are copied too: that is what a statute asks for.
struct HoldCopying {
    private let holds: Holds
    private let hold: Hold
    private let filter: LineFilter
    private let terms: HoldTerms
    private let opener: VaultOpener
    private let reading: VaultReading
    private(set) var summary = VaultReadingSummary()

    init(_ holds: Holds, _ hold: Hold, _ filter: LineFilter, _ terms: HoldTerms, _ opener: VaultOpener) {
        self.holds = holds
        self.hold = hold
        self.filter = filter
        self.terms = terms
        self.opener = opener
        reading = VaultReading(
            environment: holds.environment, store: holds.store, directory: holds.directory)
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
        let sources = try holds.store.sealedSources(.raw, of: held.day)
        var halves: [PairName: VaultOpener.OpenPair] = [:]
        for pair in Set(sources.map(\.file.pair)) {
            guard let half = try opener.expect(pair) else {
                // Destroyed since it was looked at, or lost.
                guard try holds.catalog.isSealable(held.day) else { return try holds.catalog.recordMissed(held) }
                throw JobError(
                    .missing, "The key of \(held.day) is not in \(holds.directory.path). Check --keys.")
            }
            halves[pair] = half
        }
        try holds.log.append(
            .holdCopied,
            [
                .outcome(.begun), .officer(opener.officer), .count(.number, hold.number), .day(.day, held.day),
                .count(.files, sources.count),
            ])
        let (holds, deflater) = (holds, FrameDeflater())
        var file = HeldFile {
            guard let pair = try holds.directory.pair(held.pair, makingIf: { try holds.catalog.isWaiting(held) })
            else { return nil }
            return try OpenSealedFile(
                writer.beginSealedFile(held.kind, of: held.day, to: pair.name), to: pair, deflater: deflater)
        }
        do {
            for source in sources {
                guard let half = halves[source.file.pair] else { continue }
                try copy(source, half, to: &file)
            }
            let copied = try file.finish()
            if !file.isRefused { _ = try writer.recordCopied(held, copied) }
        } catch {
            try? file.discard()
            throw error
        }
    }

    private mutating func copy(
        _ source: SealedFileSource, _ half: VaultOpener.OpenPair, to file: inout HeldFile
    ) throws {
        let (reading, filter) = (reading, filter)
        _ = try reading.read(source, half.half, &summary) { frame, _ in
            guard !filter.terms.isEmpty else {
                try file.append(0..<frame.lines.count, of: frame)
                return true
            }
            return try reading.parse(frame) { batch, row, line in
                if filter.matches(batch, row: row) { try file.append(line, of: frame) }
                return true
            }
        }
    }
}
