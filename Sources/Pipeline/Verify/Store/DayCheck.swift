import Events
import Privacy
import Store

/// Holds the files of one day against the catalog.
///
/// Done once while others work; what is found then may be of a moment, so it is done again while nobody can change the day's
/// folders, and only what is found then counts.
struct DayCheck {
    let store: Store
    let day: Day
    /// The digests of the policies on record.
    let policies: Set<String>
    /// Opens the frames; nil to leave their tags unchecked.
    let opener: VaultOpener?

    private(set) var findings: [StoreFinding] = []
    private(set) var partitions = 0
    private(set) var sealedFiles = 0
    private(set) var bytes: Int64 = 0
    var frames = 0
    /// Whether there is a file that the officer cannot open.
    var isUnopened = false

    init(_ day: Day, in store: Store, policies: Set<String>, opener: VaultOpener?) {
        self.day = day
        self.store = store
        self.policies = policies
        self.opener = opener
    }

    /// Checks the day, and again while it is held if anything seems wrong.
    func run() throws -> DayCheck {
        var first = self
        try first.check()
        guard !first.findings.isEmpty else { return first }
        return try store.holding(day) {
            var second = self
            try second.check()
            return second
        }
    }

    private mutating func check() throws {
        var expected: Set<String> = []
        if try !store.isExchangeUnfinished(day) {
            for file in try store.catalog.files(of: day) {
                expected.insert("events/date=\(day)/\(file.name.final)")
                try check(file)
            }
            try checkNames(below: "events/date=\(day)", expected)
        }
        for kind in RetentionClass.sealed {
            let files = try store.catalog.sealedFiles(kind, of: day)
            for file in files { try check(file) }
            try checkNames(
                below: "\(StoreLayout.tree(of: kind))/date=\(day)",
                Set(files.map { StoreLayout.relativePath(of: $0.name) }))
        }
    }

    private mutating func check(_ file: PartitionFile) throws {
        let name = "events/date=\(day)/\(file.name.final)"
        partitions += 1
        guard let path = store.place(of: file).path else {
            return add(.missing, name, "It is on record and not there.")
        }
        do {
            guard try hasDigest(path, name, file.bytes, file.digest) else { return }
            guard let footer = try PartitionFooter.read(path) else {
                return add(.unreadable, name, "Its footer cannot be read.")
            }
            var wrong = footer.disagreements(with: file)
            if !policies.isEmpty, !policies.contains(footer.policy ?? "") { wrong.append("policy") }
            if !wrong.isEmpty {
                add(
                    .metadata, name,
                    "Its footer says something else than the catalog: \(wrong.joined(separator: ", ")).")
            }
        } catch let error as StoreError {
            add(.unreadable, name, error.message)
        }
    }

    private mutating func check(_ file: SealedFile) throws {
        let name = StoreLayout.relativePath(of: file.name)
        sealedFiles += 1
        do {
            guard let source = try store.source(of: file) else {
                if try isKept(file) { add(.missing, name, "It is on record and not there.") }
                return
            }
            let before = findings.count
            try check(source, name)
            guard findings.count == before, let path = store.place(of: file).path else { return }
            _ = try hasDigest(path, name, file.bytes, file.digest)
        } catch let error as StoreError {
            add(.unreadable, name, error.message)
        }
    }

    /// Whether a sealed file that is not there should be: who removes files takes them off the record later.
    private func isKept(_ file: SealedFile) throws -> Bool {
        try store.withoutAggregation {
            try store.catalog.sealedFile(writer: file.name.writer, sequence: file.name.sequence) != nil
                && (!file.name.kind.isDayLines
                    || store.catalog.markedDays(isFinished: false).allSatisfy { $0.day != day })
                && store.catalog.markedHeldDays().allSatisfy { $0.held.pair != file.pair }
        } ?? false
    }

    private mutating func hasDigest(
        _ path: String, _ name: String, _ recordedBytes: Int64, _ recorded: [UInt8]
    ) throws -> Bool {
        let (size, digest) = try store.digest(ofFileAt: path)
        bytes += size
        guard size == recordedBytes else {
            add(.size, name, "It has \(size) bytes, and \(recordedBytes) are on record.")
            return false
        }
        guard digest == recorded else {
            add(.digest, name, "Its SHA-256 is not the one on record.")
            return false
        }
        return true
    }

    private mutating func checkNames(below folder: String, _ expected: Set<String>) throws {
        var generations: [Int] = []
        for file in try StoreFile.all(inStore: store.layout.root, below: folder) where !expected.contains(file.name) {
            if case .generation(let number, _)? = StoredName(file.name) {
                generations.append(number)
            } else {
                add(.orphan, file.name, "It is not on record.")
            }
        }
        guard folder.hasPrefix("events/") else { return }
        let generation = try store.catalog.generation(of: day)
        let wanted = generation > 0 ? [generation] : []
        if generations != wanted {
            add(.generation, folder, "The folder is not of generation \(generation), which is on record.")
        }
    }

    mutating func add(
        _ kind: StoreFinding.Kind, _ file: String, frames: ClosedRange<Int>? = nil, offset: Int? = nil, _ what: String
    ) {
        findings.append(StoreFinding(kind, file, frames: frames, offset: offset, what))
    }
}
