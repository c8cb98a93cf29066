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
        let reasons = try SealedLeakReasons(environment, store, keys, opener)
        for day in try store.catalog.daysOnRecord() { try searchSealed(day, store, opener, reasons) }
        return try run()
    }

    private mutating func searchSealed(
        _ day: Day, _ store: Store, _ opener: VaultOpener, _ reasons: SealedLeakReasons
    ) throws {
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
            try searchSealed(source, pair, reasons)
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

    private mutating func searchSealed(
        _ source: SealedFileSource, _ key: VaultOpener.OpenPair, _ reasons: SealedLeakReasons
    ) throws {
        /// What is told once of a frame.
        struct Key: Hashable {
            let needle: LeakNeedles.Needle
            let reason: SealedLeakReason
        }
        let name = StoreLayout.relativePath(of: source.file.name)
        let needles = needles
        var definitions: [UInt32: ParseContext.Definition] = [:]
        var findings: [SealedLeakFinding] = []
        var frames = 0
        var bytes: Int64 = 0
        let reader = try SealedFileReader.survey(source.file.name, size: Int(source.size)) { offset, count in
            try source.read(Int64(offset), count)
        }
        let faults = try reader.open(with: key.half) { frame in
            frames += 1
            bytes += Int64(frame.lines.count)
            if frame.label.source == OpenSealedFile.definitions {
                definitions[frame.label.context] = ParseContext.Definition.decode(frame.lines)
            }
            var hits: [(needle: LeakNeedles.Needle, position: Int)] = []
            needles.search.search(frame.lines.span) { pattern, start in hits.append((needles.needles[pattern], start)) }
            guard !hits.isEmpty else { return }
            let reason = try reasons.reasons(of: source.file, LineFrame(frame, definitions))
            var indices: [Key: Int] = [:]
            for hit in hits {
                let key = Key(needle: hit.needle, reason: reason(hit.position))
                if let index = indices[key] {
                    findings[index].count += 1
                } else {
                    indices[key] = findings.count
                    findings.append(
                        SealedLeakFinding(
                            line: hit.needle.line, notation: hit.needle.notation, file: name, frame: frame.index,
                            reason: key.reason, count: 1))
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
