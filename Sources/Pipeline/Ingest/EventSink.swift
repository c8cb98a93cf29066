import Events
import Intake
import Privacy
import Store

/// Where parsed lines go: through the gate, into partitions, and, at a commit, onto the record.
final class EventSink {
    /// Rows of a batch: large enough for the gate to work on distinct values, small enough for the interner to stay in
    /// the cache.
    static let batchRows = 128 << 10
    /// Bytes of distinct values: batches of logs in which every line is new are smaller, lest they take more memory.
    private static let batchBytes = 6 << 20

    private let writer: Writer
    private var gate: Gate
    private let epochs: OpenEpochs
    private let hours: FrozenHours
    private let days: SealedDays
    private let objections: ObjectionWatch
    /// Tells the days of the lines, for gate and vault alike.
    let calendar: LineCalendar
    private var vault: VaultSet
    private var partitions: PartitionSet
    private var merger: SmallFileMerger
    private let seed: UInt64
    /// The digest of the policy in force.
    private(set) var policyDigest: String
    private(set) var batch: RawBatch
    private(set) var fileCount = 0
    private(set) var rowsByDay: [Day: Int] = [:]
    private(set) var storedBytes: Int64 = 0
    private(set) var clients = ClientCounts()

    /// Raw lines that were sealed, in what they take on disk, and those that came too late to be kept.
    private(set) var sealedBytes: Int64 = 0
    private(set) var sealedLines = 0
    private(set) var lateLines = 0

    init(
        writer: Writer, gate: Gate, epochs: OpenEpochs, hours: FrozenHours, days: SealedDays,
        objections: ObjectionWatch,
        calendar: LineCalendar, seed: UInt64
    ) {
        self.writer = writer
        self.gate = gate
        self.epochs = epochs
        self.hours = hours
        self.days = days
        self.objections = objections
        self.calendar = calendar
        vault = VaultSet(
            writer: writer, days: days, hours: hours, redactor: LineRedactor(gate: gate, seed: seed))
        self.seed = seed
        policyDigest = gate.policy.digest
        partitions = PartitionSet(writer: writer, policy: policyDigest, seed: seed)
        merger = SmallFileMerger(writer: writer, seed: seed)
        batch = RawBatch(seed: seed)
        batch.reserveCapacity(EventSink.batchRows)
    }

    var hasRows: Bool { batch.rowCount > 0 || !partitions.isEmpty || !vault.isEmpty || objections.hasSightings }

    /// Whether lines are on their way that came before the list of objections was changed.
    var isOutdated: Bool { objections.isOutdated }

    /// Takes lines in: their rows into the batch but for those of people who object, the lines into the vault.
    ///
    /// - Parameters:
    ///   - days: is given the days of the lines.
    ///   - parse: appends rows to the batch, and tells of what lines.
    /// - Returns: how many rows were those of people who object.
    func take(
        _ bytes: Span<UInt8>, days: inout Set<Day>, parse: (Span<UInt8>, inout RawBatch) -> SealedLines
    ) throws -> Int {
        try objections.renew()
        try vault.use(objections: objections.revision)
        let firstRow = batch.rowCount
        var lines = parse(bytes, &batch)
        lines.objectors = try objections.objectors(in: batch, from: firstRow)
        try vault.append(lines, of: bytes, calendar: calendar, seen: &days)
        if !lines.objectors.isEmpty { batch.removeRows(from: firstRow, where: lines.objectors) }
        if batch.rowCount >= EventSink.batchRows || batch.byteCount >= EventSink.batchBytes { try flush() }
        if !hasRows {
            try objections.release()
            try hours.release()
        }
        return lines.objectors.count(where: \.self)
    }

    /// Lets the rows from now on through another gate.
    func use(_ gate: Gate) {
        precondition(!hasRows, "what has passed one gate is on record before the next one is used")
        self.gate = gate
        epochs.policy = gate.policy
        days.retention = gate.policy.options.retention
        objections.options = gate.policy.options
        vault.redactor = LineRedactor(gate: gate, seed: seed)
        policyDigest = gate.policy.digest
        partitions = PartitionSet(writer: writer, policy: policyDigest, seed: seed)
    }

    /// Makes all rows so far, and the positions of the inputs that they came from, true at once.
    func commit(_ inputs: [InputUpdate]) throws -> CommitReceipt {
        try flush()
        let (files, ties) = try partitions.finishAll()
        var commit = Commit()
        commit.files = files
        commit.sealed = withSupplements(try vault.finishAll(), of: Set(files.map(\.epoch)))
        commit.ties = ties
        commit.inputs = inputs
        commit.sightings = objections.takeSightings()
        let receipt = try writer.commit(commit)
        for file in files {
            rowsByDay[file.epoch.day, default: 0] += file.rows
            storedBytes += file.bytes
        }
        fileCount += files.count
        sealedLines += receipt.sealed.reduce(0) { $0 + $1.lines }
        sealedBytes += receipt.sealed.reduce(0) { $0 + $1.bytes }
        let left = commit.sealed.reduce(0) { $0 + $1.lines } - receipt.sealed.reduce(0) { $0 + $1.lines }
        lateLines += vault.takeLateLines() + left
        for epoch in Set(files.map(\.epoch)).sorted() { try merger.mergeIfDue(epoch) }
        try release()
        return receipt
    }

    /// The files with the supplements that the events of their lines belong to.
    private func withSupplements(_ sealed: [VaultSet.Finished], of committed: Set<Epoch>) -> [SealedFile] {
        sealed.map { finished in
            var file = finished.file
            guard file.name.kind == .raw else { return file }
            let epoch = epochs.epoch(of: .init(day: file.name.day, isLate: finished.isLate))
            if let epoch, committed.contains(epoch) { file.supplement = epoch.supplement }
            return file
        }
    }

    /// Forgets everything that has not been committed.
    func discard() throws {
        empty()
        try partitions.discard()
        try vault.discard()
        try release()
    }

    /// Nothing is on its way: neither keys nor what lines said in clear is needed until the next one comes.
    private func release() throws {
        gate.forget()
        try epochs.release()
        try hours.release()
        days.release()
        try objections.release()
    }

    private func flush() throws {
        guard batch.rowCount > 0 else { return empty() }
        clients.count(batch)
        var events = try gate.admit(batch, keys: { try epochs.keys(at: $0) })
        empty()
        // From the back, so that a day's rows are let go of as soon as they are taken in.
        while let day = events.popLast() { try partitions.append(day) }
    }

    private func empty() {
        batch.removeAll()
        objections.reset()
    }
}
