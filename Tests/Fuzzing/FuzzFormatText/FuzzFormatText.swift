import Events
import FuzzSupport
import Intake

/// The text of a log format, and lines that are read with it.
///
/// The input: the text up to an empty line; a log.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = unsafe FuzzInput(start, count)
    var lines: [[UInt8]] = []
    while !input.isEmpty {
        let line = input.line()
        if line.isEmpty { break }
        lines.append(line)
    }
    let text = String(decoding: Array(lines.joined(separator: [10])), as: UTF8.self)
    do throws(FormatTextError) {
        let format = try FormatText.format(text)
        read(input.rest(), format)
    } catch {
        switch error {
        case .unknownDirective(let offset), .unfinished(let offset), .noEnd(let offset), .unknownField(let offset):
            check((0...text.utf8.count).contains(offset), "an error lies within the text")
        case .unknownName(let nearest):
            check(nearest.map { FormatRegistry.format(named: $0) != nil } ?? true, "a name that is told is one")
        case .noTime, .nothingUsed:
            break
        }
    }
    return 0
}

/// Every line is judged, alone as among the others.
private func read(_ log: [UInt8], _ format: LogFormat) {
    var parser = LineParser(formats: [format], options: LineOptions(latest: 2_000_000_000_000))
    var batch = RawBatch(seed: 1)
    var tally = LineTally()
    var bytes = 0
    // A directive that changes what the lines behind it mean ends a call.
    while bytes < log.count {
        let (rest, read) = (log.span.extracting(bytes..<log.count), tally.read)
        let progress = parser.parse(rest, firstLine: read + 1, into: &batch, tally: &tally, limit: .max)
        check(progress.bytes > 0, "a call with room takes a line")
        check(progress.lines == tally.read - read, "every line is counted once")
        bytes += progress.bytes
    }
    check(bytes == log.count, "all lines are read")
    check(batch.rowCount == tally.accepted, "every accepted line is a row")
    for field in RawBatch.Text.allCases {
        let column = batch[field]
        check([0, batch.rowCount].contains(column.indices.count), "a text column has all rows or none")
        check(column.dictionary.byteCount <= 4 * log.count, "texts are not longer than their lines")
    }
}
