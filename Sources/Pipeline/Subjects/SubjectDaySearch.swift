import Events
import Intake
import Privacy
import Store

/// Searches the sealed lines of one day for a subject's.
final class SubjectDaySearch {
    private let subject: Subject
    private let text: SubjectText?
    private var rows: SubjectRows
    private var parser = FrameParser()
    private let files: [DayFiles.File]
    private(set) var found: SubjectFindings.FoundDay
    private(set) var faults: [LineFault]
    /// The frames that may hold lines of the subject, of each file for which that is known.
    private var frames: [SealedFile: Set<Int>] = [:]
    /// Whether there are lines of which it is not known how they are parsed.
    private var hasUnparsable = false

    init(_ day: Day, _ kinds: [RetentionClass], _ search: SubjectSearch) throws {
        subject = search.subject
        text = search.text
        rows = search.rows
        let opened = try DayFiles(kinds, of: day, in: search.store, openedBy: search.opener)
        files = opened.files
        faults = opened.faults
        found = SubjectFindings.FoundDay(day, addresses: search.subject.addresses.count)
    }

    func run(_ body: (SubjectLine) throws -> Void) throws {
        if subject.needsJudgement, files.contains(where: { $0.file.name.kind == .raw }) { try judge() }
        for file in files where frames[file.file]?.isEmpty != true { try search(file, body) }
        found.ties = rows.ties
    }

    /// Finds out whose the addresses are on the day, and which frames hold lines that may be the subject's.
    private func judge() throws {
        var judge = AddressJudge(addresses: subject.addresses.count, isProved: subject.usesAddressesAlone)
        for file in files where file.file.name.kind != .rejects {
            var hits: Set<Int> = []
            try read(file) { frame in
                guard frame.isParsable else {
                    hits.insert(frame.index)
                    hasUnparsable = true
                    return
                }
                _ = try parser.parse(frame) { batch, lines in
                    var isHit = !lines.others.isEmpty
                    for (row, match) in rows.match(batch).enumerated() where !match.isDisjoint(with: [.own, .address]) {
                        isHit = true
                        guard match.contains(.address), let number = rows.address(ofRow: row, in: batch) else {
                            continue
                        }
                        judge.note(match, address: number, row: row, of: batch)
                    }
                    if isHit { hits.insert(frame.index) }
                    return true
                }
            }
            frames[file.file] = hits
        }
        rows.ties = judge.ties(isComplete: !hasUnparsable && !faults.contains { $0.kind == .raw })
    }

    /// Reads all frames of a file for the first time.
    private func read(_ file: DayFiles.File, _ body: (LineFrame) throws -> Void) throws {
        let wrong = try LineFrame.read(file.source, with: file.key.half) { frame in
            if file.file.name.kind == .raw { found.searched += frame.count }
            try body(frame)
            return true
        }
        faults += wrong.map { LineFault(file.file, $0) }
    }

    /// Hands out the subject's lines of a file.
    private func search(_ file: DayFiles.File, _ body: (SubjectLine) throws -> Void) throws {
        var lines = 0
        func give(_ line: SubjectLine) throws {
            lines += 1
            try body(line)
        }
        if let hits = frames[file.file] {
            _ = try LineFrame.read(file.source, with: file.key.half) { frame in
                if hits.contains(frame.index) { try search(frame, of: file.file, give) }
                return true
            }
        } else {
            try read(file) { try search($0, of: file.file, give) }
        }
        if lines > 0 { found.add(lines, of: file.file) }
    }

    private func search(_ frame: LineFrame, of file: SealedFile, _ give: (SubjectLine) throws -> Void) throws {
        func line(_ range: Range<Int>, _ row: (batch: RawBatch, number: Int)? = nil) -> SubjectLine {
            SubjectLine(
                file: file, source: frame.source, context: frame.context, arrival: frame.arrival,
                bytes: Array(frame.lines[range]), row: row)
        }
        guard file.name.kind != .rejects, frame.isParsable else {
            for range in text?.lines(of: frame.lines.span) ?? [] { try give(line(range)) }
            return
        }
        _ = try parser.parse(frame) { batch, parsed in
            for (row, match) in rows.match(batch).enumerated() where !match.isDisjoint(with: [.own, .address]) {
                if isOwn(match, row, of: batch) {
                    try give(line(parsed.lines[row], (batch, row)))
                } else if match.isContested {
                    found.contested += 1
                }
            }
            for range in parsed.others where text?.lines(of: frame.lines.span.extracting(range)).isEmpty == false {
                try give(line(range))
            }
            return true
        }
    }

    private func isOwn(_ match: SubjectMatch, _ row: Int, of batch: RawBatch) -> Bool {
        let isOwn = rows.isOwn(match, row: row, of: batch)
        // Where nothing was judged, it is noted what becomes of lines with nothing but the address.
        guard match.contains(.address), match.isDisjoint(with: [.own, .foreign]),
            let number = rows.address(ofRow: row, in: batch), rows.ties[number] == .unseen
        else { return isOwn }
        rows.ties[number] = isOwn ? .tied : .shared
        return isOwn
    }
}
