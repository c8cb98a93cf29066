import FuzzSupport
import Intake

/// The lines of a log, in the format that the input's first line names, or in the one that detection finds.
///
/// The input: the size of a block and the rows of a batch, a byte each; the name up to the line end; the log. Promised is
/// that every line is accepted, filtered or rejected, and that a log gives the same rows in whatever blocks it comes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = unsafe FuzzInput(start, count)
    let blockBytes = 1 + input.choice(128) * 8
    let rowLimit = 1 + input.choice(256)
    let name = String(decoding: input.line(), as: UTF8.self)
    let log = input.rest()

    var options = LineOptions(latest: LogReading.present, maximumLineBytes: 1 << 8)
    var formats: [LogFormat] = []
    var choice: FormatChoice?
    if let format = try? FormatText.format(name) {
        formats = [format]
    } else if case .chosen(let found) = FormatDetector.detect(log.span, options: options) {
        check(found.matching <= found.lines, "no more lines match than there are")
        choice = found
        options.latest = LogReading.endOfTime
        formats = found.formats
    }
    guard !formats.isEmpty else { return 0 }

    let whole = LogReading(log, formats, options)
    let lineFeeds = log.count { $0 == 10 }
    let lines = lineFeeds + (log.isEmpty || log.last == 10 ? 0 : 1)
    check(whole.tally.read == lines, "every line is counted once")
    check(whole.rows.count == whole.tally.accepted, "there is one row for each accepted line")
    if let choice, lines <= FormatDetector.sampleLines {
        check(
            whole.tally.rejected - whole.tally.rejected(.tooLong) <= choice.lines - choice.matching,
            "no more lines are rejected than detection could not read")
    }
    let pieces = LogReading(log, formats, options, blockBytes: blockBytes, rowLimit: rowLimit)
    check(pieces.tally == whole.tally, "the counts do not depend on the blocks")
    check(pieces.rows == whole.rows, "the rows do not depend on the blocks")
    return 0
}
