import Events
import Intake
import Privacy
import Store

/// One input that is being read: its bytes come from the stream, are cut at line ends and handed to the settling.
final class InputRun {
    /// What an attempt to read a block has brought.
    enum Fill: Equatable {
        case bytes(Int)
        case timedOut
        /// There are no more bytes now.
        case end
        /// The file no longer holds what was read of it.
        case replaced
    }

    static let blockBytes = 1 << 20

    let path: String
    let settling: InputSettling
    private var stream: ByteStream
    private var cutter: BlockCutter
    /// For a file that is read on when it grows.
    private var mark: FileMark?
    private let job: Ingest
    private let sink: EventSink
    /// Keeps a second run from reading the same file before this one has put it on record.
    private var lock: FileLock?

    /// - Parameter isStandardInput: whether the stream is what the process was started with; then it cannot be read
    ///   twice, even if it is a file.
    init(_ stream: consuming ByteStream, path: String, isStandardInput: Bool, job: Ingest, sink: EventSink) throws {
        let scope = job.options.source ?? ""
        let source = job.options.source ?? (isStandardInput ? "stdin" : SourceName.name(ofPath: path))
        let lineOptions = job.lineOptions(ofSource: source)
        let isFile = stream.isRegularFile
        cutter = BlockCutter(blockBytes: InputRun.blockBytes, maximumLineBytes: lineOptions.maximumLineBytes)
        let held =
            isFile && !isStandardInput
            ? HeldInput(file: stream.reopened()) : HeldInput(spillingTo: job.store.layout.root)
        self.path = path
        self.stream = stream
        self.job = job
        self.sink = sink
        let keys = try job.keys.keys(scope: scope)
        let memory = try job.store.catalog.memory(ofSource: source, scope: scope)
        settling = InputSettling(
            identity: try InputIdentity(keys: keys, scope: scope, catalog: job.store.catalog),
            overlap: isFile
                ? nil : memory.flatMap { PipeOverlap(tail: $0.tail, keys: keys, month: $0.key.month) },
            held: held,
            reader: LineReader(
                job.format(ofSource: source), remembered: memory?.format, source: source, sink: sink,
                options: lineOptions, zoneName: job.zoneName),
            keys: job.keys, scope: scope,
            file: isFile && !isStandardInput ? FilePlace.absolute(path) : nil,
            summary: IngestSummary.Input(path: path, source: source))
    }

    var isRegularFile: Bool { stream.isRegularFile }
    var isCompressed: Bool { stream.isCompressed == true }
    var descriptor: Int32 { stream.descriptor }
    var status: FileStatus? { stream.status }

    /// Keeps other runs from reading the same file.
    ///
    /// - Parameter waiting: whether to wait until no other run reads it.
    /// - Returns: false if another run reads it and the call was not to wait.
    func takeLock(waiting: Bool) throws -> Bool {
        guard lock == nil, let node = stream.node else { return true }
        lock = try job.store.lockInput(node: node, waiting: waiting)
        return lock != nil
    }

    /// Lets other runs read the file; everything read must be on record.
    func releaseLock() {
        lock = nil
    }

    /// Reads one block.
    ///
    /// - Parameter timeoutMilliseconds: how long to wait for a pipe that has nothing to read; nil waits for ever.
    func fill(timeoutMilliseconds: Int?) throws(IntakeError) -> Fill {
        var result = Fill.end
        _ = try cutter.append(expecting: expectedBytes) { buffer, start throws(IntakeError) in
            switch try stream.read(into: &buffer, at: start, timeoutMilliseconds: timeoutMilliseconds) {
            case .timedOut: result = .timedOut
            case .end: result = isReplaced ? .replaced : .end
            case .bytes where isReplaced: result = .replaced
            case .bytes(let count):
                if !isCompressed { mark?.take(buffer.span.extracting(start..<start + count)) }
                result = .bytes(count)
                return count
            }
            return 0
        }
        return result
    }

    /// Settles all whole lines that have been read.
    func settle() throws {
        settling.reader.latest = job.now()
        while true {
            switch cutter.cut() {
            case .lines(let count): try take(count, .lines)
            case .overlongPart(let count): try take(count, .overlongPart)
            case .overlongEnd(let count): try take(count, .overlongEnd)
            case .none: return
            }
        }
    }

    private func take(_ count: Int, _ piece: InputSettling.Piece) throws {
        try cutter.withBytes(count) { try settling.take($0, piece) }
        cutter.consume(count)
    }

    /// Decides what the end of the reading leaves open; a commit is to follow.
    ///
    /// - Parameter isComplete: whether the input has ended; if not, it only is not read on, and its last line stays.
    func end(isComplete: Bool) throws {
        let rest = cutter.count
        let end = InputSettling.End(isComplete: isComplete, isWithinOverlongLine: cutter.isDropping)
        if try cutter.withBytes(rest, { try settling.end($0, end) }) {
            cutter.consume(rest)
        } else {
            settling.summary.pendingBytes = rest
        }
        settling.summary.bytes = max(0, settling.identity.offset - settling.recounted.bytes)
    }

    /// How far the reading has come.
    func progress(elapsed: Int64) -> IngestProgress {
        IngestProgress(
            path: path, lines: settling.summary.read, bytes: stream.consumedBytes, size: stream.byteSize,
            elapsed: elapsed)
    }
}

extension InputRun {
    /// Makes the run notice when the file no longer holds what was read of it.
    func follow() {
        mark = FileMark()
    }

    /// Gives memory back while there is nothing to read.
    func rest() {
        cutter.shrink()
    }

    /// The same open file from its beginning; what this run has put on record is not counted again.
    func reopened() throws -> InputRun {
        let run = try InputRun(
            stream.reopened(), path: path, isStandardInput: false, job: job, sink: sink)
        run.settling.recounted = (
            settling.committed.read + settling.recounted.lines,
            settling.committed.bytes + settling.recounted.bytes
        )
        return run
    }

    /// Parses what comes from now on as the options say now; what has been read must be on record.
    func renewReader() {
        let old = settling.reader
        settling.reader = LineReader(
            job.format(ofSource: settling.summary.source), remembered: old.formatName,
            source: settling.summary.source, sink: sink,
            options: job.lineOptions(ofSource: settling.summary.source), zoneName: job.zoneName)
        settling.reader.header = old.header
        settling.reader.skip(lines: settling.summary.read)
    }

    /// What there is left to read of a followed file, at most a block; a block if it is not known.
    private var expectedBytes: Int {
        guard mark != nil, !isCompressed, let size = stream.byteSize else { return .max }
        return Int(clamping: max(4096, size - stream.consumedBytes))
    }

    private var isReplaced: Bool {
        guard let mark, let size = stream.byteSize else { return false }
        return size < mark.end || (isCompressed ? size < stream.receivedBytes : !mark.holds(in: stream))
    }
}
