import Events
import Privacy
import Store

/// The raw lines of one day that a hold takes up: those that its filter lets through, without those that are locked.
///
/// Whose data was restricted or erased was told that it is used for nothing but what a law orders. An order of an authority is
/// that, and takes all lines; what the holder of the data wants to keep on its own account does not.
final class HoldableLines {
    private let holds: Holds
    private let filter: LineFilter
    private let reading: VaultReading
    private let sources: [(SealedFileSource, VaultOpener.OpenPair)]
    private var sight: VaultSight?
    private var parser = FrameParser()
    /// Lines that match and were passed over, for they are locked.
    private(set) var restricted = 0
    private(set) var summary = VaultReadingSummary()

    /// - Returns: nil if the day's keys have been destroyed since it was looked at.
    /// - Throws: ``SealError/cannotOpen`` if the day is not sealed to the officer, ``JobError`` (missing) if a key is lost.
    static func open(
        _ day: Day, for kind: RetentionClass, _ filter: LineFilter, _ holds: Holds, _ opener: VaultOpener
    ) throws -> HoldableLines? {
        var keys: [PairName: VaultOpener.OpenPair] = [:]
        let sources = try holds.store.sealedSources(.raw, of: day)
        for pair in Set(sources.map(\.file.pair)) {
            guard let key = try opener.expect(pair) else {
                guard try holds.catalog.isSealable(day) else { return nil }
                throw JobError(.missing, "The key of \(day) is not in \(holds.directory.path). Check --keys.")
            }
            keys[pair] = key
        }
        let opened = sources.compactMap { source in keys[source.file.pair].map { (source, $0) } }
        return HoldableLines(holds, filter, opened, kind == .order ? nil : try sight(of: day, holds, opener))
    }

    private init(
        _ holds: Holds, _ filter: LineFilter, _ sources: [(SealedFileSource, VaultOpener.OpenPair)],
        _ sight: VaultSight?
    ) {
        self.holds = holds
        self.filter = filter
        self.sources = sources
        self.sight = sight
        reading = VaultReading(environment: holds.environment, store: holds.store, directory: holds.directory)
    }

    /// How many files are read.
    var files: Int { sources.count }

    /// Hands out the lines, in pieces of a frame that each have one or more of them.
    func forEach(_ body: (Range<Int>, LineFrame) throws -> Void) throws {
        for (source, key) in sources {
            var summary = VaultReadingSummary()
            _ = try reading.read(source, key.half, &summary) { frame, _ in
                try forEach(of: frame) { try body($0, frame) }
                return true
            }
            self.summary.faults += summary.faults
        }
    }

    private func forEach(of frame: LineFrame, _ body: (Range<Int>) throws -> Void) throws {
        guard filter.terms.isEmpty else {
            _ = try parser.parse(frame) { batch, parsed in
                let hidden = sight?.hidden(batch) ?? []
                for (row, line) in parsed.lines.enumerated() where filter.matches(batch, row: row) {
                    if !hidden.isEmpty, hidden[row] { restricted += 1 } else { try body(line) }
                }
                return true
            }
            return
        }
        var start = 0
        for hidden in try sight?.hidden(frame, isOfRejects: false, &parser) ?? [] {
            if start < hidden.lowerBound { try body(start..<hidden.lowerBound) }
            start = hidden.upperBound
            restricted += 1
        }
        if start < frame.lines.count { try body(start..<frame.lines.count) }
    }

    /// What is seen of a day; nil if nobody objects.
    private static func sight(of day: Day, _ holds: Holds, _ opener: VaultOpener) throws -> VaultSight? {
        let objections = try holds.catalog.objections(at: holds.catalog.objectionRevision())
        guard !objections.isEmpty else { return nil }
        let rows = RestrictedRows(objections, try holds.environment.subjectTagger(holds.store, holds.directory))
        let requests = try Requests(environment: holds.environment)
        return VaultSight(day, rows) { try opener.lend { try requests.objectors(objections, by: $0) } }
    }
}
