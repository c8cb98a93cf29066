import Events
import Privacy
import Store

extension Holds {
    /// Puts a hold on record, with its filter sealed to the officers.
    func propose(_ request: HoldRequest, approvals: Int, _ opener: VaultOpener) throws -> Int {
        let number = (try catalog.holds().last?.number ?? 0) + 1
        let officer = opener.officer
        try log.append(
            .holdProposed,
            [
                .officer(officer), .count(.number, number), .retention(request.kind),
                .day(.from, request.days.lowerBound), .day(.to, request.days.upperBound),
            ])
        // A crash may have left the pair, which nothing was sealed to.
        guard let pair = try directory.pair(.filter(number), create: true) else {
            throw JobError(.missing, "No key can be made in \(directory.path). Restore the key directory.")
        }
        let writer = try store.takeWriter(host: environment.hostName)
        let name = try writer.nameSealedFile(.requests, of: environment.today(in: store))
        let document = try SealedDocument.seal(request.document.encoded, as: name, to: pair)
        let file = try writer.stageDocument(document, as: name, to: pair.name)
        try writer.record(
            HoldProposal(
                number: number, kind: request.kind, range: request.days, until: request.until,
                approvalsWanted: approvals, first: approval(by: officer)),
            filter: file)
        return number
    }

    /// What a hold asks for.
    ///
    /// - Throws: ``SealError/cannotOpen`` if it is not sealed to the officer, ``JobError`` (missing, io).
    func document(of hold: Hold, _ opener: VaultOpener) throws -> HoldDocument {
        let pair = PairName.filter(hold.number)
        guard let half = try opener.expect(pair), let source = try store.sealedSources(to: pair).first else {
            throw JobError(
                .missing, "The filter of hold \(hold.number) is not there, or its key. Run `footfall verify`.")
        }
        let file = try source.read(0, Int(source.size))
        do {
            let bytes = try SealedDocument.open(file, name: source.file.name, with: half.half)
            if let document = HoldDocument.decode(bytes) { return document }
        } catch is SealedDocumentError {}
        throw JobError(.io, "The filter of hold \(hold.number) is damaged. Run `footfall verify`.")
    }

    /// Whether a hold asks for the same as a request; one that is not sealed to the officer does not.
    func isSame(_ hold: Hold, _ request: HoldRequest, _ opener: VaultOpener) throws -> Bool {
        guard hold.kind == request.kind, hold.range == request.days, hold.until == request.until else { return false }
        do {
            return try document(of: hold, opener).filter == request.filter.text
        } catch is SealError {
            return false
        }
    }

    /// Whether an active hold that asks for the same has all that there is to be held now: lines may have come since.
    func hasAll(_ hold: Hold, _ request: HoldRequest, _ opener: VaultOpener) throws -> Bool {
        for day in hold.days {
            guard let lines = try HoldableLines.open(day.day, for: hold.kind, request.filter, self, opener) else {
                continue
            }
            var count = 0
            try lines.forEach { count += $1.lines.span.extracting($0).lineFeedCount }
            if count > day.lines { return false }
        }
        return true
    }

    /// - Throws: ``SealError/cannotOpen`` if lines of one of the days are not sealed to the officer.
    func expectOpen(_ days: [Day], _ opener: VaultOpener) throws {
        for day in days {
            for pair in Set(try catalog.sealedFiles(.raw, of: day).map(\.pair)).sorted() { _ = try opener.expect(pair) }
        }
    }

    /// Copies what an approved hold still waits for, and ends with how it stands.
    func goOn(with number: Int, _ terms: HoldTerms, _ opener: VaultOpener) throws -> HoldOutcome {
        let before = try hold(number)
        guard before.state == .copying else { return HoldOutcome(before, terms) }
        var copying = HoldCopying(
            self, before, try LineFilter(document(of: before, opener).filter), terms, opener)
        try copying.run()
        let after = try hold(number)
        try log.append(
            .holdCopied,
            [
                .outcome(.done), .officer(opener.officer), .count(.number, number), .retention(after.kind),
                .count(.days, after.keptDays.count), .count(.lines, after.lines),
                .count(.restricted, copying.restricted),
            ])
        // Last: up to here adding the same hold again goes on with this one.
        try catalog.activate(number, at: environment.now(), on: terms.today)
        return HoldOutcome(
            try hold(number), terms, faults: copying.faults, restricted: copying.restricted)
    }

    /// Goes on with holds that were approved and interrupted; one that the officer cannot finish waits for another.
    func finishOthers(_ holds: [Hold], _ terms: HoldTerms, _ opener: VaultOpener) throws {
        for hold in holds where hold.state == .copying {
            do {
                _ = try goOn(with: hold.number, terms, opener)
            } catch is SealError {
                environment.warn(
                    "hold \(hold.number) is not finished, and what it is about is not sealed to this officer")
            }
        }
    }
}
