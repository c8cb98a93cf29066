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
        for day in try store.catalog.sealedDays() { try searchSealed(day, store, opener) }
        return try run()
    }

    private mutating func searchSealed(_ day: Day, _ store: Store, _ opener: VaultOpener) throws {
        guard let key = try opener.open(day) else {
            // A day may have been destroyed since its name was read.
            guard try store.catalog.isSealable(day) else { return }
            report.unsearched.append(
                LeakReport.Unsearched(
                    file: "vault/date=\(day)", reason: "The day is not sealed to this officer, or its key is missing."))
            return
        }
        // Opened while nobody can remove them; they are read afterwards.
        let files = try store.holding(day) {
            try [RetentionClass.raw, .rejects].flatMap { kind in
                try store.catalog.sealedFiles(kind, of: day).map { (file: $0, source: try store.source(of: $0)) }
            }
        }
        for (file, source) in files {
            if let source {
                try searchSealed(source, key)
            } else if try store.catalog.isSealable(day) {
                report.unsearched.append(
                    LeakReport.Unsearched(file: StoreLayout.relativePath(of: file.name), reason: "It is missing."))
            }
        }
    }

    private mutating func searchSealed(_ source: SealedFileSource, _ key: VaultOpener.OpenDay) throws {
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
