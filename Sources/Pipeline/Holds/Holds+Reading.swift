public import Events
public import Privacy
import Store

extension Holds {
    /// What a hold asks for, as its officers see it.
    public struct Contents: Sendable {
        /// Empty for all lines.
        public let filter: String
        public let reason: String?
    }

    /// How a hold stands, and for an officer what it asks for; that look is put on record.
    ///
    /// - Throws: ``JobError`` (missing), ``OfficerError``, ``SealError``.
    public func show(_ number: Int, showing key: OfficerKeyFile?) throws -> (HoldOutcome, Contents?) {
        let outcome = HoldOutcome(try hold(number), try readingTerms())
        guard let key else { return (outcome, nil) }
        let opener = try VaultOpener.open(directory, showing: key)
        try expectContents(of: outcome.hold)
        try log.append(
            .holdRead,
            [.officer(opener.officer), .count(.number, number), .retention(.requests), .count(.files, 1)])
        let document = try document(of: outcome.hold, opener)
        return (outcome, Contents(filter: document.filter, reason: document.reason))
    }

    /// Hands out the records that a hold keeps, as they came; that is put on record before the first one.
    ///
    /// - Parameters:
    ///   - day: whose records; nil for those of all days.
    ///   - body: is given whole lines; false ends the reading.
    /// - Throws: ``JobError`` (missing) if there are none, ``OfficerError``, ``SealError``.
    public func read(
        _ number: Int, of day: Day? = nil, showing key: OfficerKeyFile, _ body: (Span<UInt8>) throws -> Bool
    ) throws -> VaultReadingSummary {
        try store.recover()
        let hold = try hold(number)
        let days = hold.keptDays.filter { $0.day == day || day == nil }
        guard !days.isEmpty else { throw JobError(.missing, try absence(hold, of: day)) }
        let opener = try VaultOpener.open(directory, showing: key)
        let parts = try days.map { held in
            guard let half = try opener.expect(held.held.pair) else {
                throw JobError(
                    .missing,
                    "The key of \(held.held) is not in \(directory.path). Check --keys, or run `footfall expire`.")
            }
            let sources = try store.sealedSources(to: held.held.pair)
            guard !sources.isEmpty else {
                throw JobError(.io, "The file of \(held.held) is missing. Run `footfall verify`.")
            }
            return (half: half, sources: sources)
        }
        try log.append(
            .holdRead,
            [
                .officer(opener.officer), .count(.number, number), .retention(hold.kind),
                .count(.days, days.count), .count(.lines, days.reduce(0) { $0 + $1.lines }),
            ])
        let reading = VaultReading(environment: environment, store: store, directory: directory)
        var summary = VaultReadingSummary()
        for part in parts {
            for source in part.sources {
                let isWanted = try reading.read(source, part.half.half, &summary) { frame, summary in
                    summary.shown += frame.lines.span.lineFeedCount
                    return try body(frame.lines.span)
                }
                guard isWanted else { return summary }
            }
        }
        return summary
    }

    /// Why nothing of a hold can be read.
    private func absence(_ hold: Hold, of day: Day?) throws -> String {
        guard let day else {
            return "Hold \(hold.number) keeps no records. `footfall hold show \(hold.number)` tells why."
        }
        guard let held = hold.days.first(where: { $0.day == day }) else {
            return "Hold \(hold.number) is of \(hold.range.text) and not of \(day)."
        }
        switch held.state {
        case .destroyed:
            return
                "The records of \(day) in hold \(hold.number) were destroyed. `footfall certificate show \(day)` tells when."
        default:
            return "Hold \(hold.number) keeps no records of \(day). `footfall hold show \(hold.number)` tells why."
        }
    }

    private func expectContents(of hold: Hold) throws {
        guard try !catalog.sealedFiles(to: .filter(hold.number)).isEmpty else {
            throw JobError(
                .missing, "The filter of hold \(hold.number) was destroyed, as its term is over.")
        }
    }
}
