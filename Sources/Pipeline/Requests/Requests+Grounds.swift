import Events
import Privacy
import Store

extension Requests {
    /// Holds the ground of a refusal against the store, as far as that tells.
    ///
    /// - Throws: ``JobError``: usage if it does not hold; data if not everything can be read that would tell.
    func expect(
        _ ground: RequestGround, for record: RequestRecord, at site: RequestSite, by half: borrowing PrivateHalf
    ) throws {
        guard !record.state.isEnd else { throw RequestStepError.wrongState(number: record.number, record.state) }
        switch ground {
        case .noData: try expectNothing(for: record, at: site, by: half)
        case .repetitive: try expectAnswered(record)
        default: break
        }
    }

    private func expectNothing(
        for record: RequestRecord, at site: RequestSite, by half: borrowing PrivateHalf
    ) throws {
        let number = record.number
        let task = try task(of: record, by: half)
        try RequestAccess(site: site).expectLines(of: task)
        let opener = VaultOpener.open(directory, by: half, site.officer)
        let (count, faults): (Int, [LineFault])
        if let order = task.letter.order {
            (count, faults) = try lines(of: order, opener)
        } else {
            (count, faults) = try lines(of: task, opener)
        }
        guard count == 0 else {
            let lines = count == 1 ? "1 line was" : "\(count) lines were"
            throw JobError(
                .usage,
                "Request \(number) cannot be refused on the ground no-data: \(lines) found of what it names. Do it, or refuse it on"
                    + " another ground.")
        }
        guard faults.isEmpty else {
            throw JobError(
                .data,
                "Not everything could be read, so it cannot be said that there is no data for request \(number). Run"
                    + " `footfall verify`.")
        }
    }

    /// How many lines there are of the subject of a request, whether or not they can be told to be the subject's alone.
    private func lines(of task: RequestTask, _ opener: VaultOpener) throws -> (count: Int, faults: [LineFault]) {
        let search = try SubjectSearch(
            Subject(task.identifiers, usesAddressesAlone: task.isSoleUser), store: store, directory: directory,
            opener: opener, environment: environment)
        let found = try search.run()
        guard found.days.allSatisfy({ !$0.ties.contains(.shared) }) else {
            throw JobError(
                .usage,
                "Request \(task.number) cannot be refused on the ground no-data: lines with its addresses are stored, and it cannot be"
                    + " told whose they are. The ground for that is address-shared.")
        }
        return (found.days.reduce(0) { $0 + $1.count + $1.contested }, found.faults)
    }

    /// How many lines an order is about.
    private func lines(
        of order: RequestLetter.Order, _ opener: VaultOpener
    ) throws -> (count: Int, faults: [LineFault]) {
        let kinds = [RetentionClass.raw] + SubjectSearch.held
        let days = try Set(kinds.flatMap { try store.catalog.sealedDays($0) }).filter(order.days.contains).sorted()
        try environment.audit(directory).append(
            .vaultRead,
            [
                .officer(opener.officer), .day(.from, order.days.lowerBound), .day(.to, order.days.upperBound),
                .count(.days, days.count),
            ])
        var (count, faults) = (0, [LineFault]())
        for day in days {
            var lines = try OrderedLines(LineFilter(order.filter), of: day, in: store, openedBy: opener)
            faults += lines.faults
            faults += try lines.forEach { _, _, _ in count += 1 }
        }
        return (count, faults)
    }

    /// A person is known by the tags of a request, an order of an authority by what it says.
    private func expectAnswered(_ record: RequestRecord) throws {
        let before =
            try record.kind.isOfPerson
            ? earlier(than: record) : list().filter { $0.number < record.number }
        guard !before.contains(where: { $0.kind == record.kind && $0.state.isEnd }) else { return }
        let who = record.kind.isOfPerson ? "No earlier request of the same person" : "No earlier order"
        throw JobError(
            .usage,
            "\(who) of this kind was answered, so request \(record.number) cannot be refused on the ground repetitive.")
    }
}
