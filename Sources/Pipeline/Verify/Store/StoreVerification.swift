import Events
import Foundation
public import Privacy
import Store

/// Holds everything in a store against its catalog.
///
/// Others may work meanwhile: what they are about to write is no finding.
public struct StoreVerification {
    private let environment: JobEnvironment

    public init(environment: JobEnvironment) {
        self.environment = environment
    }

    /// - Parameters:
    ///   - officerKey: by which the tag of every frame is checked; nil to leave them.
    ///   - repairs: whether to set right what can safely be: what processes that died have left, and files that have gone
    ///     from the record. What is on record is never touched.
    /// - Throws: ``JobError``, ``StoreError``, ``KeyDirectoryError``, ``OfficerError``; what is wrong with the store is in the
    ///   report.
    public func run(officerKey: OfficerKeyFile? = nil, repairs: Bool = false) throws -> StoreReport {
        let store = try environment.openStore(create: false)
        let keys = try openKeys(isNeeded: officerKey != nil || repairs)
        let opener = try officerKey.flatMap { file in try keys.map { try VaultOpener.open($0, showing: file) } }
        var records = RecordCheck(environment: environment, store: store, keys: keys)
        try records.run()
        var report = StoreReport()
        report.hasKeys = keys != nil
        report.hasOfficer = opener != nil
        let log = keys.map(environment.audit)
        if let opener { try log?.append(.verify, [.outcome(.begun), .officer(opener.officer)]) }
        if repairs { try log?.append(.repair, [.outcome(.begun)]) }

        let interrupted = InterruptedWork(store: store)
        report.findings = try interrupted.findings()
        if repairs {
            try StoreRepair(store: store).finish()
            let left = Set(try interrupted.findings())
            report.repaired = report.findings.filter { !left.contains($0) }
            report.findings.removeAll { !left.contains($0) }
        }
        try checkDays(store, keys, opener, records.policies, &report)
        report.certificates = records.certificates
        report.releases = records.releases
        report.findings += records.findings
        if repairs { try StoreRepair(store: store).removeOrphans(&report) }

        if repairs { try log?.append(.repair, [.outcome(.done), .count(.findings, report.repaired.count)]) }
        try log?.append(
            .verify,
            [
                .outcome(.done), .count(.findings, report.findings.count),
                .count(.files, report.partitions + report.sealedFiles), .count(.frames, report.frames),
            ])
        if log == nil { environment.warn("this check is not on record in the audit log: there is no key directory.") }
        return report
    }

    private func checkDays(
        _ store: Store, _ keys: KeyDirectory?, _ opener: VaultOpener?, _ policies: Set<String>,
        _ report: inout StoreReport
    ) throws {
        let files = try StoreVerification.trees.flatMap { try StoreFile.all(inStore: environment.storePath, below: $0) }
        let days = Set(try store.catalog.daysOnRecord()).union(files.compactMap(\.day))
        for day in days.sorted() {
            let check = try DayCheck(day, in: store, policies: policies, opener: opener).run()
            report.add(check)
            if check.isUnopened { report.unopenedDays.append(day) }
        }
        if let keys { report.findings += try keyFindings(store, keys) }
        report.findings += files.filter { $0.day == nil }.map {
            StoreFinding(.orphan, $0.name, "It lies in no day's folder.")
        }
    }

    /// Where the folders of days lie.
    fileprivate static let dayTrees = ["events"] + RetentionClass.sealed.map(StoreLayout.tree)
    /// Where nothing should lie but in the folder of a day.
    private static let trees = ["events", "vault", "rejects", "holds", "requests", "corrections"]

    /// Whether there are keys where lines are sealed, and none where they were destroyed.
    private func keyFindings(_ store: Store, _ keys: KeyDirectory) throws -> [StoreFinding] {
        // In this order: a key is made before lines are sealed, and goes before its day is destroyed.
        let destroyed = Set(try store.catalog.markedDays(isFinished: true).map(\.day))
        let sealed = Set(try store.catalog.sealedDays())
        let held = Set(try keys.dayList())
        let lost = try sealed.subtracting(held).filter(store.catalog.isSealable)
        return try lost.sorted().map {
            StoreFinding(.key, "vault/date=\($0)", "Its lines are sealed to a key that is not in the key directory.")
        }
            + destroyed.intersection(held).sorted().map {
                StoreFinding(.key, "vault/date=\($0)", "The day was destroyed, and its key is there again.")
            } + pairFindings(store, keys)
    }

    /// The same of what holds keep.
    private func pairFindings(_ store: Store, _ keys: KeyDirectory) throws -> [StoreFinding] {
        let sealed = try store.catalog.sealedPairs().filter(\.isOfHold)
        let held = Set(try keys.pairList())
        let destroyed = Set(
            try store.catalog.holds().flatMap(\.days).filter { $0.state == .destroyed }.map(\.held.pair))
        let marked = Set(try store.catalog.markedHeldDays().map(\.held.pair))
        let lost = try sealed.filter { !held.contains($0) && !marked.contains($0) }.flatMap {
            try store.catalog.sealedFiles(to: $0)
        }
        return lost.map {
            StoreFinding(
                .key, StoreLayout.relativePath(of: $0.name), "It is sealed to a key that is not in the key directory.")
        }
            + destroyed.intersection(held).sorted().map {
                StoreFinding(.key, "\($0)", "What a hold kept was destroyed, and its key is there again.")
            }
    }

    /// - Returns: nil if there is no key directory and none is needed: who checks files need not have it.
    private func openKeys(isNeeded: Bool) throws -> KeyDirectory? {
        if isNeeded || OutputFile.exists(environment.keysPath) {
            return try environment.openBoth(create: false).keys
        }
        return nil
    }
}

extension PairName {
    fileprivate var isOfHold: Bool {
        switch self {
        case .hold, .filter: true
        case .day, .request, .correction: false
        }
    }
}

extension StoreFile {
    /// The day in whose folder it lies.
    fileprivate var day: Day? {
        guard let tree = StoreVerification.dayTrees.first(where: { name.hasPrefix($0 + "/date=") }) else { return nil }
        let parts = name.dropFirst(tree.count + "/date=".count).split(separator: "/")
        return parts.count > 1 ? Day(parts[0]) : nil
    }
}
