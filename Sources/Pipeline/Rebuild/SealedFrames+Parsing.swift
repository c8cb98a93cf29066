import Events
import Intake

extension SealedFrames.Frame {
    /// Parses all lines as they were parsed when they came.
    ///
    /// - Parameter batch: is given one row for each line.
    /// - Returns: for each of these rows where its line lies in ``lines``.
    /// - Throws: ``RebuildRefusal/lineUnparsable`` if a line makes no row, or nobody here can parse it.
    func parse(into batch: inout RawBatch) throws -> [Range<Int>] {
        guard var parser = try? context.parser(arrival: arrival) else { throw RebuildRefusal.lineUnparsable }
        var tally = LineTally()
        var found: [Range<Int>] = []
        found.reserveCapacity(count)
        var done = 0
        while done < lines.count {
            let progress = parser.parse(
                lines.span.extracting(done..<lines.count), firstLine: context.beginsInput && done == 0 ? 1 : 2,
                into: &batch, tally: &tally, limit: .max)
            found += parser.acceptedLines.map { $0.indices.lowerBound + done..<$0.indices.upperBound + done }
            done += progress.bytes
        }
        guard found.count == count else { throw RebuildRefusal.lineUnparsable }
        return found
    }
}
