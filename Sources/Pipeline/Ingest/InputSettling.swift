import Events
import Intake
import Privacy
import Store

/// Decides what of an input's bytes counts: new lines are parsed, lines that have been counted before are dropped, and
/// what may still turn out to be either is held.
///
/// Is given every byte of the input in order, in pieces that end where a line ends, and never looks further back or
/// ahead than that. See <doc:IdentityOfInput>.
final class InputSettling {
    /// What a piece of an input is.
    enum Piece {
        case lines, overlongPart, overlongEnd
    }

    let scope: String
    let keys: ContentKeyring
    var identity: InputIdentity
    var overlap: PipeOverlap?
    let held: HeldInput
    var reader: LineReader
    var summary: IngestSummary.Input
    /// The summary as it was at the last commit.
    var committed: IngestSummary.Input
    /// Whether the last line before the settled position had no line end and was counted all the same.
    var isWithinLine = false
    /// Whether the input has ended while it agreed with known content, so that its end is on record already.
    var endsAsKnown = false
    /// Whether rows or counts have come of the input since the last commit.
    var hasUncommitted = false
    /// Lines and bytes from the beginning that earlier readings in this run have counted.
    var recounted: (lines: Int, bytes: Int64) = (0, 0) {
        didSet { uncounted = recounted.lines }
    }
    /// How many of these lines have not come yet.
    private var uncounted = 0
    var tail = LineTail()
    /// Where the input lies, if it is a file with a name; nil for pipes.
    private let file: String?
    /// The days of whose lines in the file there is a record.
    private var recordedDays: Set<Day> = []

    /// - Parameter file: the absolute path of the input, if it is a file with a name.
    init(
        identity: InputIdentity, overlap: PipeOverlap?, held: HeldInput, reader: LineReader, keys: ContentKeyring,
        scope: String, file: String?, summary: IngestSummary.Input
    ) {
        self.identity = identity
        self.overlap = overlap
        self.held = held
        self.reader = reader
        self.keys = keys
        self.scope = scope
        self.file = file
        self.summary = summary
        committed = summary
    }

    /// Whether the bytes that came last may still turn out to be known.
    var isUndecided: Bool { identity.isInDoubt || overlap?.isOpen == true }

    /// Takes the next bytes of the input.
    func take(_ bytes: Span<UInt8>, _ piece: Piece) throws {
        let start = identity.offset
        var done = 0
        for decision in try identity.absorb(bytes) {
            switch decision {
            case .duplicate(let offset, let isWithinLine):
                let end = Int(offset - start)
                settleAsDuplicate(bytes.extracting(done..<end), isWithinLine: isWithinLine)
                done = end
            case .new(let offset):
                let end = Int(offset - start)
                overlap?.compare(bytes.extracting(done..<end))
                overlap?.close()
                try settleAsNew(bytes.extracting(done..<end), at: start + Int64(done), piece)
                done = end
            }
        }
        tail.keep(bytes)
        guard done < bytes.count else { return }
        let rest = bytes.extracting(done..<bytes.count)
        overlap?.compare(rest)
        if isUndecided {
            reader.look(ahead: rest)
            try held.append(rest, at: start + Int64(done))
        } else {
            try settleAsNew(rest, at: start + Int64(done), piece)
        }
    }

    /// Everything held, and these bytes, have never been counted.
    private func settleAsNew(_ bytes: Span<UInt8>, at offset: Int64, _ piece: Piece) throws {
        if overlap != nil {
            try held.append(bytes, at: offset)
            try settleOverlap()
        } else {
            try releaseHeld()
            try admit(bytes, piece)
        }
    }

    /// Everything held, and these bytes, have been counted before.
    func settleAsDuplicate(_ bytes: Span<UInt8>, isWithinLine endsWithinLine: Bool) {
        count(duplicateLines: held.lineFeeds + bytes.lineFeedCount, endsWithinLine: endsWithinLine)
        reader.look(ahead: bytes)
        reader.skipAhead()
        held.clear()
        overlap = nil
    }

    func count(duplicateLines lineFeeds: Int, endsWithinLine: Bool) {
        let begun = isWithinLine && lineFeeds > 0 ? 1 : 0
        let unterminated = endsWithinLine && !(isWithinLine && lineFeeds == 0) ? 1 : 0
        let lines = lineFeeds - begun + unterminated
        let again = min(lines, uncounted)
        uncounted -= again
        summary.duplicate += lines - again
        reader.skip(lines: lineFeeds)
        isWithinLine = endsWithinLine
    }

    /// Parses bytes that have never been counted.
    func admit(_ bytes: Span<UInt8>, _ piece: Piece) throws {
        hasUncommitted = true
        var start = 0
        if piece != .lines, !isWithinLine {
            if piece == .overlongEnd { rejectOverlong() }
            return
        }
        if isWithinLine {
            while start < bytes.count, bytes[start] != 10 { start += 1 }
            guard start < bytes.count else { return }
            start += 1
            isWithinLine = false
            reader.skip(lines: 1)
        }
        if start < bytes.count { try reader.read(bytes.extracting(start..<bytes.count), tally: &summary.tally) }
    }

    /// What is to be remembered of the file: the days of its lines that are not on record yet.
    var newDays: InputFile? {
        let days = reader.days.subtracting(recordedDays)
        return days.isEmpty ? nil : file.map { InputFile(path: $0, days: days) }
    }

    /// Takes note that the days of all lines are on record.
    func recordedDaysOfLines() {
        recordedDays.formUnion(reader.days)
    }

    func rejectOverlong() {
        reader.rejectOverlong(tally: &summary.tally)
    }
}
