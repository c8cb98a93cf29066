import Events
public import Privacy
import Store

extension LeakSearch {
    /// Searches the sealed lines too, once an officer has shown a key; that is put on record before a frame is opened.
    ///
    /// - Throws: ``OfficerError`` if the key is no officer's, ``KeyDirectoryError``, ``JobError``, ``StoreError``.
    public consuming func run(openedBy file: OfficerKeyFile, in environment: JobEnvironment) throws -> LeakReport {
        let (store, keys) = try environment.openBoth(create: false)
        let opener = try VaultOpener.open(keys, showing: file)
        try environment.audit(keys).append(.verify, [.outcome(.begun), .officer(opener.officer)])
        report.hasOfficer = true
        for day in try store.catalog.daysOnRecord() { try searchSealed(day, store, opener) }
        return try run()
    }

    private mutating func searchSealed(_ day: Day, _ store: Store, _ opener: VaultOpener) throws {
        // Opened while nobody can remove them; they are read afterwards.
        let files = try store.holding(day) {
            try RetentionClass.sealed.flatMap { kind in
                try store.catalog.sealedFiles(kind, of: day).map { (file: $0, source: try store.source(of: $0)) }
            }
        }
        for (file, source) in files {
            let name = StoreLayout.relativePath(of: file.name)
            guard let source else {
                try noteUnsearched(file, LeakReport.Unsearched(file: name, reason: "It is missing."), store)
                continue
            }
            guard let pair = try opener.open(file.pair) else {
                let reason = "It is not sealed to this officer, or its key is missing."
                try noteUnsearched(file, LeakReport.Unsearched(file: name, reason: reason), store)
                continue
            }
            try searchSealed(source, pair)
        }
    }

    /// Takes note of a file that could not be searched, unless it was destroyed since its name was read.
    private mutating func noteUnsearched(
        _ file: SealedFile, _ unsearched: LeakReport.Unsearched, _ store: Store
    ) throws {
        let isMarked = try file.name.kind.isDayLines && !store.catalog.isSealable(file.name.day)
        let record = try store.catalog.sealedFile(writer: file.name.writer, sequence: file.name.sequence)
        guard !isMarked, record != nil else { return }
        report.unsearched.append(unsearched)
    }

    private mutating func searchSealed(_ source: SealedFileSource, _ key: VaultOpener.OpenPair) throws {
        let name = StoreLayout.relativePath(of: source.file.name)
        let needles = needles
        let reader = try SealedFileReader.survey(source.file.name, size: Int(source.size)) { offset, count in
            try source.read(Int64(offset), count)
        }
        var findings: [SealedLeakFinding] = []
        var frames = 0
        var bytes: Int64 = 0
        let faults = try reader.open(with: key.half) { frame in
            frames += 1
            bytes += Int64(frame.lines.count)
            var indices: [LeakNeedles.Needle: Int] = [:]
            needles.search.search(frame.lines.span) { pattern, _ in
                let needle = needles.needles[pattern]
                if let index = indices[needle] {
                    findings[index].count += 1
                } else {
                    indices[needle] = findings.count
                    findings.append(
                        SealedLeakFinding(
                            line: needle.line, notation: needle.notation, file: name, frame: frame.index, count: 1))
                }
            }
        }
        report.sealedFindings += findings
        report.sealedFrames += frames
        report.sealedBytes += bytes
        report.shortFormBytes += bytes
        report.unsearched += faults.map { LeakReport.Unsearched(file: name, reason: "\($0).") }
    }
}
