import Events

/// The way through a region of lines: cuts lines, passes over those that no format is asked about, and stages the rest.
struct LineWalk: Sendable {
    enum Stop {
        /// The stage is full or the bytes are used up.
        case done
        /// The line could not be read; the walk already stands behind it.
        case failed(Range<Int>, LineFailure)
    }

    var context: LineContext
    var stage = RecordStage()
    var tally = LineTally()
    /// How many more records may be staged.
    var room = 0
    /// The next byte to read.
    var position = 0
    /// Where the line that was cut last begins, and its number.
    private(set) var lineStart = 0
    private(set) var lineNumber = 0
    /// Where the lines lie that were rejected, line ends included.
    private(set) var rejected: [ByteRange] = []
    private var headerRevision = 0
    /// Whether a directive that changes what the lines behind it mean ends the walk.
    var stopsAtNewHeader = false

    init(context: LineContext) {
        self.context = context
    }

    /// Makes ready for another region whose first line has the number `firstLine`.
    mutating func start(firstLine: Int) {
        position = 0
        lineNumber = firstLine - 1
        tally = LineTally()
        rejected.removeAll(keepingCapacity: true)
        headerRevision = context.header.revision
    }

    /// Whether a directive has changed what the lines behind it mean.
    var hasNewHeader: Bool { context.header.revision != headerRevision }

    @inline(__always)
    var hasRoom: Bool { stage.count < room }

    /// Cuts the next line that is neither filtered nor too long; nil at the end of the bytes.
    @inline(__always)
    mutating func next(in bytes: Span<UInt8>) -> Range<Int>? {
        while position < bytes.count {
            lineStart = position
            lineNumber += 1
            var end = bytes.count
            if let lineFeed = bytes.firstIndex(of: ASCII.lineFeed, in: position..<bytes.count) {
                end = lineFeed
                position = lineFeed + 1
            } else {
                position = end
            }
            var start = lineStart
            if end > start, bytes[end - 1] == ASCII.carriageReturn { end -= 1 }
            if end - start > context.options.maximumLineBytes {
                reject(LineFailure(.tooLong, at: start + context.options.maximumLineBytes))
                continue
            }
            if lineNumber == 1 { start = LineWalk.behindByteOrderMark(bytes, start..<end) }
            guard let reason = LineWalk.filter(bytes, start..<end) else {
                stage.line = ByteRange(lineStart..<position)
                return start..<end
            }
            tally.filter(reason)
            if reason == .directive {
                context.header.note(directive: start..<end, of: bytes)
                if hasNewHeader, stopsAtNewHeader { return nil }
            }
        }
        return nil
    }

    /// Counts the line that was cut last as rejected, or as filtered if it is but a message.
    mutating func reject(_ failure: LineFailure) {
        if failure.isMessage { return tally.filter(.message) }
        tally.reject(failure.reason, line: lineNumber, column: failure.position - lineStart + 1)
        rejected.append(ByteRange(lineStart..<position))
    }

    @inline(__always)
    private static func filter(_ bytes: Span<UInt8>, _ line: Range<Int>) -> FilterReason? {
        if line.isEmpty { return .blank }
        let first = bytes[line.lowerBound]
        if first == ASCII.hash { return .directive }
        return first <= ASCII.space && isBlank(bytes, line) ? .blank : nil
    }

    private static func isBlank(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
        for index in line {
            switch bytes[index] {
            case ASCII.space, ASCII.tab, ASCII.carriageReturn: continue
            default: return false
            }
        }
        return true
    }

    /// The start of the text: a UTF-8 byte order mark at the very start of an input is no part of it.
    private static func behindByteOrderMark(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int {
        let start = line.lowerBound
        let isMarked = line.count >= 3 && bytes[start] == 0xEF && bytes[start + 1] == 0xBB && bytes[start + 2] == 0xBF
        return isMarked ? start + 3 : start
    }
}
