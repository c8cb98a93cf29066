import Events
import Intake
import Privacy
import Store

/// The reading of one input from its beginning to its end.
///
/// Bytes come from the stream, are cut at line ends, compared with what is known, and then parsed, held back or counted
/// as duplicate. A commit puts on record how far the input has been read together with the rows that came of it.
final class InputRun {
    /// What stands at the front of the input.
    private enum Piece {
        case lines, overlongPart, overlongEnd
    }

    private let job: Ingest
    private let sink: EventSink
    private let path: String
    private let scope: String
    private var stream: ByteStream
    private var cutter: BlockCutter
    private var identity: InputIdentity
    private var overlap: PipeOverlap?
    private var held: HeldInput
    private var tail = LineTail()
    private var reader: LineReader
    var summary: IngestSummary.Input
    /// Whether the last line before the settled position had no line end and was counted all the same.
    private var isWithinLine = false
    private let start: Int64
    private var lastProgress: Int64
    private var lastCommit: Int64
    /// Keeps a second run from reading the same file before this one has put it on record.
    private var inputLock: FileLock?

    init(_ input: Ingest.Input, job: Ingest, sink: EventSink) throws {
        self.job = job
        self.sink = sink
        path = input.path
        scope = job.options.source ?? ""
        let source = job.options.source ?? (input.isStandardInput ? "stdin" : SourceName.name(ofPath: input.path))
        stream = try input.open()
        cutter = BlockCutter(blockBytes: 1 << 20)
        summary = IngestSummary.Input(path: path, source: source)
        held =
            stream.isRegularFile && !input.isStandardInput
            ? HeldInput(path: input.path) : HeldInput(spillingTo: job.store.layout.root)
        if let node = stream.node { inputLock = try job.store.lockInput(node: node) }
        identity = try InputIdentity(keys: job.contentKeys(scope: scope), scope: scope, catalog: job.store.catalog)
        let memory = try job.store.catalog.memory(ofSource: source, scope: scope)
        if !stream.isRegularFile, let memory {
            overlap = PipeOverlap(tail: memory.tail, keys: try job.contentKeys(scope: scope), month: memory.key.month)
        }
        reader = LineReader(job.options.format, remembered: memory?.format, sink: sink, latest: job.now())
        start = job.now()
        lastCommit = start
        lastProgress = start
    }

    /// Reads the input to its end.
    func run() throws {
        var failure: IntakeError?
        reading: while true {
            var result = ByteStream.ReadResult.end
            do throws(IntakeError) {
                _ = try cutter.append { buffer, start throws(IntakeError) in
                    result = try stream.read(into: &buffer, at: start, timeoutMilliseconds: patience)
                    if case .bytes(let count) = result { return count }
                    return 0
                }
            } catch {
                failure = error
                break reading
            }
            switch result {
            case .bytes: try takeLines()
            case .timedOut: break
            case .end: break reading
            }
            if isCommitDue { try commit() }
            showProgress()
        }
        try finish(isComplete: failure == nil)
        summary.bytes = identity.offset
        if let failure {
            summary.failure =
                "\(failure). What was whole is stored. Repair or replace the file and run the command again: nothing is"
                + " counted twice."
        }
    }

    private func showProgress() {
        let now = job.now()
        guard let show = job.options.progress, now - lastProgress >= 500 else { return }
        lastProgress = now
        show(
            IngestProgress(
                path: path, lines: summary.read, bytes: stream.consumedBytes, size: stream.byteSize,
                elapsed: now - start))
    }

    /// How long a read may wait: until a commit falls due, or the format has to be chosen.
    private var patience: Int? {
        guard !stream.isRegularFile else { return nil }
        let now = job.now()
        if reader.isWaiting { return Int(max(0, reader.decisionTime(startedAt: lastCommit) - now)) }
        return sink.hasRows || reader.hasNews ? Int(max(0, lastCommit + job.options.commitInterval - now)) : nil
    }

    private var isCommitDue: Bool {
        guard !identity.isInDoubt, overlap?.isOpen != true else { return false }
        let now = job.now()
        return now - lastCommit >= job.options.commitInterval || identity.isHeavy
            || (reader.isWaiting && now >= reader.decisionTime(startedAt: lastCommit))
    }

    private func takeLines() throws {
        while true {
            switch cutter.cut() {
            case .lines(let count): try take(count, .lines)
            case .overlongPart(let count): try take(count, .overlongPart)
            case .overlongEnd(let count): try take(count, .overlongEnd)
            case .none: return
            }
        }
    }

    private func take(_ count: Int, _ piece: Piece) throws {
        try cutter.withBytes(count) { try take($0, piece) }
        cutter.consume(count)
    }

    /// Takes the next bytes of the input.
    private func take(_ bytes: Span<UInt8>, _ piece: Piece) throws {
        let start = identity.offset
        var done = 0
        for decision in try identity.absorb(bytes) {
            switch decision {
            case .duplicate(let offset, let isWithinLine):
                let end = Int(offset - start)
                try settleAsDuplicate(bytes.extracting(done..<end), isWithinLine: isWithinLine)
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
        if identity.isInDoubt || overlap?.isOpen == true {
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
    private func settleAsDuplicate(_ bytes: Span<UInt8>, isWithinLine endsWithinLine: Bool) throws {
        let lineFeeds = held.lineFeeds + bytes.lineFeedCount
        count(duplicateLines: lineFeeds, endsWithinLine: endsWithinLine)
        held.clear()
        overlap = nil
    }

    private func count(duplicateLines lineFeeds: Int, endsWithinLine: Bool) {
        let begun = isWithinLine && lineFeeds > 0 ? 1 : 0
        let unterminated = endsWithinLine && !(isWithinLine && lineFeeds == 0) ? 1 : 0
        summary.duplicate += lineFeeds - begun + unterminated
        reader.skip(lines: lineFeeds)
        isWithinLine = endsWithinLine
    }

    /// The first lines of a pipe have been compared with the last ones of its source.
    private func settleOverlap() throws {
        let known = overlap?.knownLines ?? 0
        overlap = nil
        var lines = 0
        var skipped = 0
        try held.release { bytes in
            var start = 0
            while lines < known, start < bytes.count {
                while start < bytes.count, bytes[start] != 10 { start += 1 }
                start += 1
                lines += 1
                skipped += 1
            }
            if start < bytes.count {
                if skipped > 0 { self.count(duplicateLines: skipped, endsWithinLine: false) }
                skipped = 0
                try admit(bytes.extracting(start..<bytes.count), .lines)
            }
        }
        if skipped > 0 { count(duplicateLines: skipped, endsWithinLine: false) }
    }

    /// What was held turned out to be new.
    private func releaseHeld() throws {
        guard !held.isEmpty else { return }
        var replay = BlockCutter(blockBytes: 1 << 20)
        try held.release { chunk in
            _ = replay.append { buffer, start in
                for index in chunk.indices { buffer[start + index] = chunk[index] }
                return chunk.count
            }
            loop: while true {
                switch replay.cut() {
                case .lines(let count): try admit(count, of: &replay, .lines)
                case .overlongPart(let count): try admit(count, of: &replay, .overlongPart)
                case .overlongEnd(let count): try admit(count, of: &replay, .overlongEnd)
                case .none: break loop
                }
            }
        }
        // Held bytes end where a line ends, or within one that is too long, whose parts have all been admitted.
        precondition(replay.count == 0, "held bytes are whole lines")
    }

    private func admit(_ count: Int, of replay: inout BlockCutter, _ piece: Piece) throws {
        try replay.withBytes(count) { try admit($0, piece) }
        replay.consume(count)
    }

    /// Parses bytes that have never been counted.
    private func admit(_ bytes: Span<UInt8>, _ piece: Piece) throws {
        var start = 0
        if piece != .lines, !isWithinLine {
            if piece == .overlongEnd { reader.rejectOverlong(limit: cutter.maximumLineBytes, tally: &summary.tally) }
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
}

extension InputRun {
    /// Decides what the input's end leaves open, and commits.
    private func finish(isComplete: Bool) throws {
        let rest = cutter.count
        if identity.isInDoubt, try finishInDoubt(rest) {
            try commit(onlySettled: true)
            return
        }
        overlap?.close()
        if overlap != nil { try settleOverlap() }
        try releaseHeld()
        try reader.decide(tally: &summary.tally)
        if cutter.isDropping, !isWithinLine {
            reader.rejectOverlong(limit: cutter.maximumLineBytes, tally: &summary.tally)
            isWithinLine = true
        }
        if rest > 0 {
            if isComplete, try cutter.withBytes(rest, { try reader.parses($0) }) {
                try cutter.withBytes(rest) { bytes in
                    _ = try identity.absorb(bytes)
                    try admit(bytes, .lines)
                }
                cutter.consume(rest)
                isWithinLine = true
            } else {
                summary.pendingBytes = rest
            }
        }
        try reader.decide(tally: &summary.tally)
        try commit()
    }

    /// Whether an input that ends while it agrees with known content is known as a whole.
    private func finishInDoubt(_ rest: Int) throws -> Bool {
        var trial = identity
        let decisions = try cutter.withBytes(rest) { try trial.absorb($0) }
        if case .duplicate(let offset, let isWithinLine) = decisions.last, offset == trial.offset {
            identity = trial
            try cutter.withBytes(rest) { try settleAsDuplicate($0, isWithinLine: isWithinLine) }
            cutter.consume(rest)
            return true
        }
        guard try identity.endIsKnown(), rest == 0 || trial.isInDoubt else { return false }
        count(duplicateLines: held.lineFeeds, endsWithinLine: false)
        held.clear()
        if rest > 0 { summary.pendingBytes = rest }
        return true
    }

    /// Puts on record what has been read so far, with the rows that came of it.
    ///
    /// - Parameter onlySettled: that nothing new has been read, so that no content has a new end.
    private func commit(onlySettled: Bool = false) throws {
        try reader.decide(tally: &summary.tally)
        let updates = try onlySettled ? identity.settledUpdates() : identity.updates(isWithinLine: isWithinLine)
        lastCommit = job.now()
        guard sink.hasRows || !updates.isEmpty else { return }
        let key = job.currentKey(scope: scope)
        let source = SourceMemory(
            name: summary.source, key: ContentKeyName(month: key.month.description, scope: scope), tail: tail.tags(key),
            format: reader.formatName)
        let receipt = try sink.commit(contents: updates, source: source, revision: identity.revision)
        identity.recorded(receipt.places, revision: receipt.revision)
        summary.formats = reader.formatNames
        summary.detection = reader.detection
    }
}
