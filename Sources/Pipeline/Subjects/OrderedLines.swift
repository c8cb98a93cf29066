import Events
import Privacy
import Store

/// The lines of one day that an order asks for: those of the vault, and of those that holds keep what is not there any more.
struct OrderedLines {
    private let filter: LineFilter
    private let files: [DayFiles.File]
    let faults: [LineFault]
    /// Lines that cannot be looked at by the filter, for it is not known any more how they are parsed.
    private(set) var unparsable = 0
    private var parser = FrameParser()

    init(_ filter: LineFilter, of day: Day, in store: Store, openedBy opener: VaultOpener) throws {
        self.filter = filter
        let opened = try DayFiles([.raw] + SubjectSearch.held, of: day, in: store, openedBy: opener)
        // One hold behind the other.
        files = opened.files.sorted { left, right in
            (left.file.pair.holdNumber ?? 0) < (right.file.pair.holdNumber ?? 0)
        }
        faults = opened.faults
    }

    /// The files whose lines are looked at.
    var sealed: [SealedFile] { files.map(\.file) }

    /// Hands out the lines, each with its line feed.
    ///
    /// - Returns: what is wrong with files that were opened.
    mutating func forEach(_ body: (PackagePart, _ arrival: Int64, _ line: ArraySlice<UInt8>) throws -> Void) throws
        -> [LineFault]
    {
        unparsable = 0
        var faults: [LineFault] = []
        var copies = LineCopies()
        let keepsCopies = files.contains { $0.file.pair.holdNumber != nil }
        for file in files {
            let (name, hold) = (file.file.name, file.file.pair.holdNumber)
            copies.begin(hold ?? 0)
            let wrong = try LineFrame.read(file.source, with: file.key.half) { frame in
                let part = PackagePart(
                    day: name.day.description, kept: name.kind.rawValue, hold: hold, source: frame.source, lines: 0)
                try forEachLine(of: frame) { line in
                    guard !keepsCopies || copies.isNew(line, of: frame.source) else { return }
                    try body(part, frame.arrival, line)
                }
                return true
            }
            faults += wrong.map { LineFault(file.file, $0) }
        }
        return faults
    }

    private mutating func forEachLine(of frame: LineFrame, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        guard !filter.terms.isEmpty else {
            for line in frame.lines.split(separator: 10, omittingEmptySubsequences: false).dropLast() {
                try body(frame.lines[line.startIndex...line.endIndex])
            }
            return
        }
        guard frame.isParsable else {
            unparsable += frame.count
            return
        }
        _ = try parser.parse(frame) { batch, parsed in
            for (row, line) in parsed.lines.enumerated() where filter.matches(batch, row: row) {
                try body(frame.lines[line])
            }
            return true
        }
    }
}
