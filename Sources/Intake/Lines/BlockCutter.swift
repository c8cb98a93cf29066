/// Owns the bytes between a stream and a parser, and cuts them at line ends.
///
/// Bytes are appended at the back and consumed at the front; positions are counted from the start of the stream, so
/// that the caller can stop at any byte of it, whether a line ends there or not. Memory is bounded by the longest
/// permitted line and one block: a longer line is handed out in parts while it arrives.
///
/// ```swift
/// while try cutter.append(reading) > 0 {
///     loop: while true {
///         switch cutter.cut() {
///         case .lines(let count): cutter.consume(cutter.withBytes(count) { parse($0) })
///         case .overlongPart(let count), .overlongEnd(let count): cutter.consume(count)
///         case .none: break loop
///         }
///     }
/// }
/// ```
public struct BlockCutter: Sendable {
    /// What stands at the front.
    public enum Cut: Equatable, Sendable {
        /// Whole lines of this many bytes, line ends included.
        case lines(Int)
        /// So many bytes of a line over the limit, whose end has not come.
        case overlongPart(Int)
        /// The last bytes of a line over the limit, its line end included.
        case overlongEnd(Int)
        /// No line ends before the limit or the last byte.
        case none
    }

    /// The most bytes that one call of ``append(_:)`` takes, unless a long line has made the buffer grow.
    public let blockBytes: Int
    public let maximumLineBytes: Int

    private var buffer: [UInt8] = []
    private var front = 0
    private var back = 0
    /// Bytes from the front on that are known to hold no line end.
    private var searched = 0
    /// The stream's position of the next byte that has not been consumed.
    public private(set) var position: Int64
    /// Whether parts of a line over the limit have been handed out, of which the end has not been seen.
    public private(set) var isDropping = false

    /// - Parameters:
    ///   - position: the stream's position of the first byte that will be appended.
    ///   - maximumLineBytes: lines with more bytes than this are handed out in parts.
    public init(position: Int64 = 0, blockBytes: Int = 256 << 10, maximumLineBytes: Int = 1 << 20) {
        precondition(blockBytes > 0 && maximumLineBytes > 0)
        self.position = position
        self.blockBytes = blockBytes
        self.maximumLineBytes = maximumLineBytes
    }

    /// Bytes that wait to be consumed.
    ///
    /// At the end of the stream, when ``cut(upTo:)`` gives none: the bytes of a last line without a line end.
    public var count: Int { back - front }
    /// The stream's position behind the last byte appended.
    public var end: Int64 { position + Int64(count) }

    /// Makes room for a block and lets `read` fill it.
    ///
    /// - Parameters:
    ///   - expected: how many bytes there are to read, if that is known to be less than a block.
    ///   - read: puts bytes into the array from the given index on, without changing its size, and returns how many.
    /// - Returns: what `read` returned.
    @discardableResult
    public mutating func append<Failure: Error>(
        expecting expected: Int = .max, _ read: (inout [UInt8], Int) throws(Failure) -> Int
    ) throws(Failure) -> Int {
        if front > 0 { moveToFront() }
        let room = max(1, min(blockBytes, expected))
        if buffer.count < back + room {
            buffer += [UInt8](repeating: 0, count: back + room - buffer.count)
        }
        let added = try read(&buffer, back)
        precondition(added >= 0 && back + added <= buffer.count, "more bytes were read than there was room for")
        back += added
        return added
    }

    /// Looks for whole lines at the front, of which the last byte lies before the position `limit`.
    public mutating func cut(upTo limit: Int64 = .max) -> Cut {
        let available = limit <= position ? 0 : Int(min(limit - position, Int64(count)))
        if isDropping { return drop(available) }
        var last = front + available
        while last > front + searched, buffer[last - 1] != ASCII.lineFeed { last -= 1 }
        if last > front + searched { return .lines(last - front) }
        searched = max(searched, available)
        // A carriage return may still be part of the line end.
        guard available > maximumLineBytes + 1 else { return .none }
        isDropping = true
        return drop(available)
    }

    /// The bytes of a line over the limit, up to its end.
    private mutating func drop(_ available: Int) -> Cut {
        if let lineEnd = buffer.span.firstIndex(of: ASCII.lineFeed, in: front..<front + available) {
            isDropping = false
            return .overlongEnd(lineEnd + 1 - front)
        }
        return available > 0 ? .overlongPart(available) : .none
    }

    /// Lends the first `count` bytes that wait.
    public func withBytes<Result>(_ count: Int, _ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        try body(buffer.span.extracting(front..<front + min(count, self.count)))
    }

    /// Lends the bytes at a range of the stream's positions, which must be waiting.
    public func withBytes<Result>(at range: Range<Int64>, _ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        precondition(range.lowerBound >= position && range.upperBound <= end, "these bytes are not here")
        let start = front + Int(range.lowerBound - position)
        return try body(buffer.span.extracting(start..<start + range.count))
    }

    /// Takes the first `count` bytes away.
    public mutating func consume(_ count: Int) {
        precondition(count >= 0 && count <= self.count, "more bytes were consumed than there are")
        front += count
        position += Int64(count)
        searched = max(0, searched - count)
        if front == back {
            front = 0
            back = 0
        }
    }

    /// Gives back all memory but that of the bytes that wait.
    public mutating func shrink() {
        buffer = Array(buffer[front..<back])
        back -= front
        front = 0
    }

    private mutating func moveToFront() {
        let count = count
        for index in 0..<count { buffer[index] = buffer[front + index] }
        front = 0
        back = count
    }
}
