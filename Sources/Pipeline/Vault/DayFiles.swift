import Events
import Privacy
import Store

/// The sealed files of one day that can be opened, and what is wrong with the others.
struct DayFiles {
    /// A file that can be opened.
    struct File {
        let source: SealedFileSource
        let key: VaultOpener.OpenPair

        var file: SealedFile { source.file }
    }

    /// Kind by kind, of each in the order of writer and number.
    private(set) var files: [File] = []
    private(set) var faults: [LineFault] = []

    /// Opens the files that are on record now, while nobody can remove or replace them; they can be read afterwards.
    ///
    /// Of a day whose raw lines are being destroyed, neither these are opened nor are they missed.
    init(_ kinds: [RetentionClass], of day: Day, in store: Store, openedBy opener: VaultOpener) throws {
        let found = try store.holding(day) {
            try kinds.flatMap { kind in
                try store.catalog.sealedFiles(kind, of: day).map { (file: $0, source: try store.source(of: $0)) }
            }
        }
        let isLive = try store.catalog.isSealable(day)
        for (file, source) in found where isLive || !file.name.kind.isDayLines {
            guard let source else {
                faults.append(LineFault(file, "It is missing."))
                continue
            }
            guard let key = try opener.open(file.pair) else {
                faults.append(LineFault(file, "It is not sealed to this officer, or its key is gone."))
                continue
            }
            files.append(File(source: source, key: key))
        }
    }
}
