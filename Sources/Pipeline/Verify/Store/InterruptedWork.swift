import Events
import Store

/// What processes that died have left: found by the names in the folder where files are written.
struct InterruptedWork {
    let store: Store

    /// What is there of processes that do not live any more.
    func findings() throws -> [StoreFinding] {
        var findings: [StoreFinding] = []
        var days: Set<Day> = []
        for file in try StoreFile.all(inStore: store.layout.root, below: InterruptedWork.folder) {
            switch StoredName(file.name) {
            case .inProgress(let name):
                if let finding = try finding(name, file) { findings.append(finding) }
            case .aside(let day): days.insert(day)
            case .stagedCertificate:
                let isLeft = try store.withoutAggregation { try isThere(file) } ?? false
                if isLeft { findings.append(InterruptedWork.leftover(file.name)) }
            default: findings.append(StoreFinding(.orphan, file.name, "Nothing of a store is called so."))
            }
        }
        for day in days.sorted() {
            if let finding = try store.holding(day, { try finding(day) }) { findings.append(finding) }
        }
        return try findings + destructions()
    }

    static let folder = "staging"

    private func isThere(_ file: StoreFile) throws -> Bool {
        try StoreFile.all(inStore: store.layout.root, below: InterruptedWork.folder).contains(file)
    }

    private static func leftover(_ name: String) -> StoreFinding {
        StoreFinding(.leftover, name, "Its process has died, and nothing of it is on record.")
    }

    private func finding(_ name: PartitionName, _ file: StoreFile) throws -> StoreFinding? {
        let found: StoreFinding?? = try store.withoutWriter(name.writer) {
            guard try isThere(file) else { return nil }
            let partition = try store.catalog.file(writer: name.writer, sequence: name.sequence)
            let sealed = try store.catalog.sealedFile(writer: name.writer, sequence: name.sequence)
            guard partition != nil || sealed != nil else { return InterruptedWork.leftover(file.name) }
            return StoreFinding(
                .unfinished, file.name, "It is on record, and its process died before it had its name.")
        }
        return found ?? nil
    }

    /// Of a day that nobody is changing.
    private func finding(_ day: Day) throws -> StoreFinding? {
        let prefix = "\(InterruptedWork.folder)/date=\(day)-g"
        guard
            let file = try StoreFile.all(inStore: store.layout.root, below: InterruptedWork.folder)
                .first(where: { $0.name.hasPrefix(prefix) })
        else { return nil }
        let folder = file.name.split(separator: "/").prefix(2).joined(separator: "/")
        guard try store.isExchangeUnfinished(day) else { return InterruptedWork.leftover(folder) }
        return StoreFinding(
            .unfinished, folder, "The folder of \(day) was to be exchanged for it when its process died.")
    }

    /// Days whose destruction has begun and is not going on.
    private func destructions() throws -> [StoreFinding] {
        let marked = try store.catalog.markedDays(isFinished: false).count + store.catalog.markedHeldDays().count
        guard marked > 0 else { return [] }
        return try store.withoutAggregation {
            let places =
                try store.catalog.markedDays(isFinished: false).map { "vault/date=\($0.day)" }
                + store.catalog.markedHeldDays().map { "\(StoreLayout.tree(of: $0.held.kind))/date=\($0.day)" }
            return places.map {
                StoreFinding(.unfinished, $0, "Its destruction has begun and is not finished.")
            }
        } ?? []
    }
}
