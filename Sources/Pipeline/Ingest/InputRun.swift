import Events
import Intake
import Privacy
import Store

/// One input that is being read: its bytes come from the stream, are cut at line ends and handed to the settling.
final class InputRun {
    static let blockBytes = 1 << 20
    static let maximumLineBytes = 1 << 20

    let path: String
    let settling: InputSettling
    private var stream: ByteStream
    private var cutter = BlockCutter(blockBytes: InputRun.blockBytes, maximumLineBytes: InputRun.maximumLineBytes)
    /// Keeps a second run from reading the same file before this one has put it on record.
    private let lock: FileLock?

    /// - Parameter isStandardInput: whether the stream is what the process was started with; then it cannot be read
    ///   twice, even if it is a file.
    init(_ stream: consuming ByteStream, path: String, isStandardInput: Bool, job: Ingest, sink: EventSink) throws {
        let scope = job.options.source ?? ""
        let source = job.options.source ?? (isStandardInput ? "stdin" : SourceName.name(ofPath: path))
        lock = try stream.node.flatMap { try job.store.lockInput(node: $0) }
        let isFile = stream.isRegularFile
        self.path = path
        self.stream = stream
        let keys = try job.keys.keys(scope: scope)
        let memory = try job.store.catalog.memory(ofSource: source, scope: scope)
        settling = InputSettling(
            identity: try InputIdentity(keys: keys, scope: scope, catalog: job.store.catalog),
            overlap: isFile
                ? nil : memory.flatMap { PipeOverlap(tail: $0.tail, keys: keys, month: $0.key.month) },
            held: isFile && !isStandardInput
                ? HeldInput(path: path) : HeldInput(spillingTo: job.store.layout.root),
            reader: LineReader(job.options.format, remembered: memory?.format, sink: sink, options: job.lineOptions()),
            keys: job.keys, scope: scope, summary: IngestSummary.Input(path: path, source: source))
    }

    var isRegularFile: Bool { stream.isRegularFile }

    /// Reads one block.
    ///
    /// - Parameter timeoutMilliseconds: how long to wait for a pipe that has nothing to read; nil waits for ever.
    func fill(timeoutMilliseconds: Int?) throws(IntakeError) -> ByteStream.ReadResult {
        var result = ByteStream.ReadResult.end
        _ = try cutter.append { buffer, start throws(IntakeError) in
            result = try stream.read(into: &buffer, at: start, timeoutMilliseconds: timeoutMilliseconds)
            if case .bytes(let count) = result { return count }
            return 0
        }
        return result
    }

    /// Settles all whole lines that have been read.
    func settle() throws {
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
        settling.summary.bytes = settling.identity.offset
    }

    /// How far the reading has come.
    func progress(elapsed: Int64) -> IngestProgress {
        IngestProgress(
            path: path, lines: settling.summary.read, bytes: stream.consumedBytes, size: stream.byteSize,
            elapsed: elapsed)
    }
}
