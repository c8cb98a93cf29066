import Events
import Privacy
import Store

/// Hands authorities what they have ordered: a package for each request below the folder that the command names.
///
/// The authority's public half lies in that folder as `request-<number>.pub`.
struct AuthorityWork: RequestWork {
    func carryOut(
        _ tasks: [RequestTask], at site: RequestSite, showing key: borrowing PrivateHalf
    ) throws -> [Int: RequestOutcome] {
        let folder = try RequestFolder(site)
        let opener = VaultOpener.open(site.directory, by: key, site.officer)
        let packages = AuthorityPackage(
            environment: site.environment, store: site.store, directory: site.directory, opener: opener)
        var outcomes: [Int: RequestOutcome] = [:]
        for task in tasks {
            guard let order = task.letter.order else { continue }
            let summary = try packages.run(
                AuthorityOrder(
                    days: order.days, filter: try LineFilter(order.filter),
                    recipient: try AuthorityWork.recipient(task.number, folder), reference: order.reference),
                request: task.number, to: folder.path("request-\(task.number).package"))
            outcomes[task.number] = AuthorityWork.outcome(summary)
        }
        return outcomes
    }

    /// Whom the package of a request is for.
    ///
    /// - Throws: ``JobError`` (data) if what lies in the folder is no public half.
    static func recipient(_ number: Int, _ folder: RequestFolder) throws -> Officer {
        let name = "request-\(number)"
        let path = folder.path(name + ".pub")
        guard let bytes = try Ingest.Input(path).content(atMost: 1024),
            let officer = Officer(named: name, publicKey: String(decoding: bytes, as: UTF8.self))
        else {
            throw JobError(
                .data, "\(path) is no public half. The authority makes one with `footfall officer new NAME`.")
        }
        return officer
    }

    private static func outcome(_ summary: AuthorityPackageSummary) -> RequestOutcome {
        var outcome = RequestOutcome()
        let parts = summary.manifest.parts
        outcome[.lines] = summary.manifest.lines
        outcome[.held] = parts.filter { $0.hold != nil }.reduce(0) { $0 + $1.lines }
        outcome.add(days: parts.compactMap { Day($0.day) })
        outcome.faults = Set(summary.faults.map(\.file)).sorted().map { .init(file: $0) }
        outcome.digest = summary.digest.text
        let destroyed = summary.manifest.destroyed.compactMap { Day($0) }
        if let first = destroyed.first, let last = destroyed.last {
            outcome.stays.append(.init(.unattributable, .destroyed, days: first...last))
        }
        return outcome
    }
}
