import Events
import Privacy
import Store

/// Stops an officer whose key does not open what requests need, before anything is done: who was added later opens nothing of
/// what was sealed before.
///
/// What nobody's key opens, for it is damaged or its officer is gone, stops nobody; it is told when it is read.
struct RequestAccess {
    let site: RequestSite

    /// What another officer opens, and this one does not.
    private struct Closed {
        var days: Set<Day> = []
        /// The names of officers each of whom opens all of it.
        var openers: Set<String>?

        mutating func add(_ day: Day, _ names: [String]) {
            days.insert(day)
            openers = openers?.intersection(names) ?? Set(names)
        }
    }

    /// - Throws: ``JobError`` (data) if what one of the requests says is sealed to others.
    func expectLetters(of records: [RequestRecord]) throws {
        for record in records {
            guard let others = try others(opening: .request(record.number)) else { continue }
            throw refusal("What request \(record.number) says is", Set(others))
        }
    }

    /// - Throws: ``JobError`` (data) if lines that the requests are about are sealed to others.
    func expectLines(for tasks: [RequestTask]) throws {
        try expectOpen(Set(tasks.flatMap { try files(for: $0, $0.kind) }))
    }

    /// - Throws: ``JobError`` (data) if lines that may be the subject's are sealed to others, whatever is to be done about them.
    func expectLines(of task: RequestTask) throws {
        try expectOpen(Set(files(for: task, task.kind == .authority ? .authority : .disclose)))
    }

    private func expectOpen(_ files: Set<SealedFile>) throws {
        var closed = Closed()
        var known: [PairName: [String]?] = [:]
        for file in files {
            if known[file.pair] == nil { known[file.pair] = .some(try others(opening: file.pair)) }
            if case .some(.some(let others)) = known[file.pair] { closed.add(file.name.day, others) }
        }
        guard let openers = closed.openers else { return }
        let days = RightsStays.ranges(closed.days).map(\.text).joined(separator: ", ")
        throw refusal("What was stored of \(days) is", openers)
    }

    private func refusal(_ what: String, _ openers: Set<String>) -> JobError {
        let names = openers.sorted()
        let advice =
            switch names.count {
            case 0: "No key opens all of it; name another officer's for a part of the requests."
            case 1: "The key of \(names[0]) opens it."
            default: "The keys of \(names.dropLast().joined(separator: ", ")) and \(names.last ?? "") open it."
            }
        return JobError(
            .data,
            "\(what) not sealed to \(site.officer.name), who was added as an officer later. Nothing was done. \(advice)"
        )
    }

    /// The files that are opened for a request.
    private func files(for task: RequestTask, _ kind: RequestKind) throws -> [SealedFile] {
        let catalog = site.store.catalog
        switch kind {
        case .restrict:
            let open = Set(try catalog.epochs([.open, .closing]).map(\.day))
            return try open.flatMap { try catalog.sealedFiles(.raw, of: $0) }
        case .disclose, .erase: return try files(SubjectSearch.kinds + [.corrections])
        case .correct: return try files(RetentionClass.dayLines + [.corrections])
        case .authority:
            guard let order = task.letter.order else { return [] }
            return try files([.raw] + SubjectSearch.held).filter { order.days.contains($0.name.day) }
        }
    }

    private func files(_ kinds: [RetentionClass]) throws -> [SealedFile] {
        let catalog = site.store.catalog
        return try kinds.flatMap { kind in
            try catalog.sealedDays(kind).filter { try !kind.isDayLines || catalog.isSealable($0) }
                .flatMap { try catalog.sealedFiles(kind, of: $0) }
        }
    }

    /// The names of those to whom a pair is sealed; nil if this officer is among them, or nobody is.
    private func others(opening name: PairName) throws -> [String]? {
        do {
            guard let officers = try site.directory.officers(opening: name), !officers.isEmpty,
                !officers.contains(where: { $0.publicHalf == site.officer.publicHalf })
            else { return nil }
            return officers.map(\.name)
        } catch is SealError {
            return nil
        }
    }
}
