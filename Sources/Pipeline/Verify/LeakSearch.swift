import Gzip
import Parquet
import Privacy
import Store

/// Searches every file of a store for identifiers in all notations, as somebody would who has the files and no key.
///
/// Looked at are the names of all files, their bytes as they lie on disk (of the catalog with its log, the settings,
/// locks and what dead runs have left, too), all gzip data in them and within those, the pages of Parquet files without
/// compression, and the numbers in them. The catalog is asked for its values besides. Runs that go on at the same time
/// are not disturbed.
///
/// The 4 bytes of an IPv4 address, and texts of 4 or 5 bytes, would be found by chance among gigabytes of random bytes:
/// they are searched for in pages of text columns, in what was inflated, in footers and in the catalog and all other
/// files that are not compressed, and not in Parquet and gzip files as stored nor in pages of pseudonyms and numbers.
/// Texts under 4 bytes are not searched for at all.
public struct LeakSearch {
    let storePath: String
    let needles: LeakNeedles
    var report: LeakReport

    public init(storePath: String, identifiers: IdentifierList) {
        self.storePath = storePath
        needles = LeakNeedles(identifiers)
        report = needles.report
    }

    /// - Throws: ``StoreError`` (missing, io).
    public consuming func run() throws -> LeakReport {
        for file in try StoreFile.all(inStore: storePath) { try search(file) }
        try searchCatalog()
        return report
    }

    private mutating func search(_ file: StoreFile) throws {
        var findings = FileFindings(file: needles.shown(file.name))
        search(Array(file.name.utf8)[...], in: .name, readsShort: true, &findings)
        if file.isRegular {
            do {
                try searchContents(FileSource(path: "\(storePath)/\(file.name)"), &findings)
            } catch let error as StoreError {
                // What a run that goes on has moved or removed meanwhile is no part of the store.
                guard !file.isGone(from: storePath) else { return }
                throw error
            }
            report.files += 1
        } else {
            report.unsearched.append(
                LeakReport.Unsearched(file: findings.file, reason: "It is no file but a link or the like."))
        }
        report.findings += findings.findings
    }

    private mutating func searchContents(_ source: FileSource, _ findings: inout FileFindings) throws {
        report.bytes += source.byteCount
        let beginning = try source.read(at: 0, count: Int(min(8, source.byteCount)))
        guard beginning.starts(with: "PAR1".utf8) else {
            let isSealed = SealedFileReader.isSealed(beginning)
            let readable = isSealed || Gzip.isGzip(beginning.span) ? Int64.max : 0
            return try searchStored(source, StoredSearch(readableFrom: readable, inflates: !isSealed), &findings)
        }
        var plan = StoredSearch(readableFrom: .max, inflates: true)
        do {
            plan = try searchPages(source, &findings)
        } catch let error as ParquetError {
            // A file that is being written, or was when its run died, has no footer yet; what lies in it is found
            // without.
            if case .notParquet = error {
            } else {
                report.unsearched.append(LeakReport.Unsearched(file: findings.file, reason: "\(error)."))
            }
        }
        try searchStored(source, plan, &findings)
    }

    /// Searches bytes that are all in memory.
    mutating func search(
        _ bytes: ArraySlice<UInt8>, in place: LeakFinding.Place, readsShort: Bool, _ findings: inout FileFindings
    ) {
        if readsShort { report.shortFormBytes += Int64(bytes.count) }
        needles.search.search(bytes.span) { pattern, start in
            let needle = needles.needles[pattern]
            if readsShort || !needle.isShort { findings.add(needle, in: place, at: Int64(start)) }
        }
    }
}

extension StoreFile {
    fileprivate func isGone(from root: String) -> Bool {
        (try? StoreFile.all(inStore: root).contains(self)) != true
    }
}
