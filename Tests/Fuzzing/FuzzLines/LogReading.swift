import FuzzSupport
import Intake

/// What became of a log.
struct LogReading {
    /// A present behind which the times of some inputs lie.
    static let present: Int64 = 2_000_000_000_000
    /// The present that detection assumes: no time lies behind it.
    static let endOfTime: Int64 = 253_402_300_799_999

    private(set) var rows: [LogRow] = []
    private(set) var tally = LineTally()
    private var parser: LineParser
    private var batch = RawBatch(seed: 1)

    /// Reads a log that is there as a whole.
    init(_ log: [UInt8], _ formats: [LogFormat], _ options: LineOptions) {
        self.init(formats, options)
        var bytes = 0
        while bytes < log.count {
            let (rest, line) = (log.span.extracting(bytes..<log.count), tally.read + 1)
            let progress = parser.parse(rest, firstLine: line, into: &batch, tally: &tally, limit: .max)
            check(progress.bytes > 0, "a call with room takes a line")
            bytes += progress.bytes
        }
        takeRows()
    }

    /// Reads a log that comes in blocks, into batches of at most so many rows.
    init(_ log: [UInt8], _ formats: [LogFormat], _ options: LineOptions, blockBytes: Int, rowLimit: Int) {
        self.init(formats, options)
        let maximumLineBytes = options.maximumLineBytes
        var cutter = BlockCutter(blockBytes: blockBytes, maximumLineBytes: maximumLineBytes)
        var fed = 0
        while fed < log.count {
            fed += cutter.append { buffer, start in
                let count = min(blockBytes, log.count - fed)
                for index in 0..<count { buffer[start + index] = log[fed + index] }
                return count
            }
            takeLines(&cutter, rowLimit)
        }
        if cutter.isDropping {
            tally.rejectOverlong(line: tally.read + 1, maximumLineBytes: maximumLineBytes)
        }
        while cutter.count > 0 {
            if cutter.isDropping { cutter.consume(cutter.count) } else { parse(&cutter, cutter.count, rowLimit) }
        }
        takeRows()
    }

    private init(_ formats: [LogFormat], _ options: LineOptions) {
        parser = LineParser(formats: formats, options: options)
    }

    private mutating func takeLines(_ cutter: inout BlockCutter, _ rowLimit: Int) {
        while true {
            switch cutter.cut() {
            case .lines(let count):
                parse(&cutter, count, rowLimit)
            case .overlongPart(let count):
                cutter.consume(count)
            case .overlongEnd(let count):
                cutter.consume(count)
                tally.rejectOverlong(line: tally.read + 1, maximumLineBytes: cutter.maximumLineBytes)
            case .none:
                return
            }
        }
    }

    private mutating func parse(_ cutter: inout BlockCutter, _ count: Int, _ rowLimit: Int) {
        let firstLine = tally.read + 1
        let progress = cutter.withBytes(count) {
            parser.parse($0, firstLine: firstLine, into: &batch, tally: &tally, limit: rowLimit)
        }
        check(progress.bytes > 0, "a batch with room takes a line")
        check(progress.lines == tally.read + 1 - firstLine, "progress and counts agree")
        cutter.consume(progress.bytes)
        if batch.rowCount >= rowLimit { takeRows() }
    }

    private mutating func takeRows() {
        rows += LogRow.all(of: batch)
        batch.removeAll()
    }
}
