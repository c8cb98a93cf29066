import Gzip

/// A file, pipe or terminal as a stream of bytes, inflated if they are gzip data.
///
/// Whether they are is decided by the first two bytes and not by the name. A regular file that has grown since
/// ``ReadResult/end`` can be read on.
public struct ByteStream: ~Copyable {
    /// What one read brought.
    public enum ReadResult: Equatable, Sendable {
        /// This many bytes, at least one.
        case bytes(Int)
        /// The time was over before there was anything.
        case timedOut
        /// There are no more bytes now.
        case end
    }

    private enum Content {
        case unknown, plain, compressed
    }

    /// A descriptor that several streams over one file can share.
    private final class Handle {
        let descriptor: Descriptor

        init(_ descriptor: consuming Descriptor) {
            self.descriptor = descriptor
        }
    }

    /// The size of one read of compressed bytes.
    private static let compressedBlock = 64 << 10

    /// What errors call the input.
    public let path: String
    public let isRegularFile: Bool
    private let handle: Handle
    /// Whether the stream keeps its own position in a file, and not the system's, which others may share.
    private let isPositioned: Bool
    private var content = Content.unknown
    private var inflater = GzipInflater()
    /// Bytes as they lie on disk that have been read and not yet delivered or inflated: `pending[pendingRange]`.
    private var pending: [UInt8] = []
    private var pendingRange = 0..<0
    /// Bytes read from the descriptor.
    private var received: Int64 = 0
    private var failure: IntakeError?

    /// Opens a file.
    public init(path: String) throws(IntakeError) {
        let opened = try ByteStream.open(path)
        self.init(opened, path: path, isOwned: true)
    }

    /// Reads what is already open; the descriptor is not closed in the end.
    public init(descriptor number: Int32, path: String) throws(IntakeError) {
        let opened = try ByteStream.check(Handle(Descriptor(number, isOwned: false)), path)
        self.init(opened, path: path, isOwned: false)
    }

    /// What has been opened, and is no folder.
    private struct Opened {
        let handle: Handle
        let isRegularFile: Bool
    }

    private init(_ opened: Opened, path: String, isOwned: Bool) {
        handle = opened.handle
        self.path = path
        isRegularFile = opened.isRegularFile
        isPositioned = isOwned && opened.isRegularFile
    }

    private static func open(_ path: String) throws(IntakeError) -> Opened {
        switch Descriptor.open(path: path) {
        case .success(let number): return try check(Handle(Descriptor(Int32(number), isOwned: true)), path)
        case .failure(Descriptor.notFound): throw .notFound(path: path)
        case .failure(let code): throw .unreadable(path: path, code: code)
        }
    }

    private static func check(_ handle: Handle, _ path: String) throws(IntakeError) -> Opened {
        let status = handle.descriptor.status()
        if status?.isDirectory == true { throw .isDirectory(path: path) }
        return Opened(handle: handle, isRegularFile: status?.isRegularFile == true)
    }

    /// Another stream over the same open file, from its beginning, whatever has become of its name.
    ///
    /// Only a regular file that was opened by its path can be read twice.
    public func reopened() -> ByteStream {
        precondition(isPositioned, "what cannot be read twice is kept")
        return ByteStream(Opened(handle: handle, isRegularFile: true), path: path, isOwned: true)
    }

    /// The descriptor, to wait for.
    public var descriptor: Int32 { handle.descriptor.number }

    /// What the system says about the open file now.
    public var status: FileStatus? { handle.descriptor.status() }

    /// The size on disk now; nil if the input is no regular file.
    public var byteSize: Int64? { isRegularFile ? status?.size : nil }

    /// The inode; nil if the input is no regular file.
    public var node: UInt64? { isRegularFile ? status?.node.inode : nil }

    /// Bytes as they lie on disk that have been read.
    public var receivedBytes: Int64 { received }

    /// Bytes of a regular file as they lie on disk, fewer if it ends before; what is read next stays the same.
    public func bytes(at range: Range<Int64>) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: range.count)
        var filled = 0
        while filled < buffer.count {
            let place = range.lowerBound + Int64(filled)
            guard case .success(let count) = handle.descriptor.read(into: &buffer, filled..<buffer.count, at: place),
                count > 0
            else { break }
            filled += count
        }
        return Array(buffer.prefix(filled))
    }

    /// How many bytes of the input, as it lies on disk, have been used for what was delivered.
    public var consumedBytes: Int64 { received - Int64(pendingRange.count) }

    /// Whether the input is gzip data; nil before the first bytes have come.
    public var isCompressed: Bool? {
        switch content {
        case .unknown: nil
        case .plain: false
        case .compressed: true
        }
    }

    /// Reads bytes into `buffer` from index `start` on, up to its end.
    ///
    /// - Parameter timeoutMilliseconds: how long to wait for a pipe that has nothing to read; nil waits for ever.
    /// - Throws: what went wrong, after everything before it has been delivered. Every further call throws it again.
    public mutating func read(
        into buffer: inout [UInt8], at start: Int, timeoutMilliseconds: Int? = nil
    ) throws(IntakeError) -> ReadResult {
        precondition(start >= 0 && start < buffer.count, "there must be room for a byte")
        if let failure { throw failure }
        while content == .unknown {
            if let result = try recognise(timeoutMilliseconds) { return result }
        }
        return content == .compressed
            ? try readCompressed(into: &buffer, at: start, timeoutMilliseconds)
            : try readPlain(into: &buffer, at: start, timeoutMilliseconds)
    }

    /// Reads until the first bytes tell what the input is; a result only if there is nothing to deliver yet.
    private mutating func recognise(_ timeout: Int?) throws(IntakeError) -> ReadResult? {
        let result = try receive(timeout)
        let first = pendingRange.lowerBound
        switch result {
        case .timedOut: return .timedOut
        case .end where pendingRange.isEmpty: return .end
        case .bytes where pendingRange.count == 1 && pending[first] == 0x1F: return nil
        case .bytes, .end:
            content = Gzip.isGzip(pending.span.extracting(pendingRange)) ? .compressed : .plain
            return nil
        }
    }

    private mutating func readPlain(
        into buffer: inout [UInt8], at start: Int, _ timeout: Int?
    ) throws(IntakeError) -> ReadResult {
        if pendingRange.isEmpty { return try receive(into: &buffer, start..<buffer.count, timeout) }
        let count = min(pendingRange.count, buffer.count - start)
        for index in 0..<count { buffer[start + index] = pending[pendingRange.lowerBound + index] }
        pendingRange = pendingRange.dropFirst(count)
        // From here on bytes go straight to the caller.
        if pendingRange.isEmpty { pending = [] }
        return .bytes(count)
    }

    private mutating func readCompressed(
        into buffer: inout [UInt8], at start: Int, _ timeout: Int?
    ) throws(IntakeError) -> ReadResult {
        while true {
            let before = inflater.producedBytes
            do throws(GzipError) {
                let input = pending
                let progress = try inflater.inflate(input.span.extracting(pendingRange), into: &buffer, at: start)
                pendingRange = pendingRange.dropFirst(progress.consumed)
            } catch {
                failure = .damaged(path: path, decompressed: inflater.producedBytes, cause: error)
            }
            let produced = Int(inflater.producedBytes - before)
            if produced > 0 { return .bytes(produced) }
            if let failure { throw failure }
            switch try receive(timeout) {
            case .bytes: continue
            case .timedOut: return .timedOut
            case .end where inflater.isAtBoundary: return .end
            case .end:
                // Not kept as the failure: a file that is still being written can be read on.
                throw .truncated(path: path, position: received, decompressed: inflater.producedBytes)
            }
        }
    }

    /// Reads more bytes behind the pending ones.
    private mutating func receive(_ timeout: Int?) throws(IntakeError) -> ReadResult {
        if pending.isEmpty { pending = [UInt8](repeating: 0, count: ByteStream.compressedBlock) }
        if pendingRange.isEmpty { pendingRange = 0..<0 }
        var buffer: [UInt8] = []
        swap(&buffer, &pending)
        defer { swap(&buffer, &pending) }
        let result = try receive(into: &buffer, pendingRange.upperBound..<buffer.count, timeout)
        if case .bytes(let count) = result { pendingRange = pendingRange.lowerBound..<pendingRange.upperBound + count }
        return result
    }

    private mutating func receive(
        into buffer: inout [UInt8], _ range: Range<Int>, _ timeout: Int?
    ) throws(IntakeError) -> ReadResult {
        if let timeout, !isRegularFile {
            switch handle.descriptor.wait(milliseconds: timeout) {
            case .success(0): return .timedOut
            case .success: break
            case .failure(let code): throw .readFailed(path: path, position: received, code: code)
            }
        }
        switch handle.descriptor.read(into: &buffer, range, at: isPositioned ? received : nil) {
        case .success(0): return .end
        case .success(let count):
            received += Int64(count)
            return .bytes(count)
        case .failure(let code):
            throw .readFailed(path: path, position: received, code: code)
        }
    }
}
