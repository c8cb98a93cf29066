import Events
import Intake
import Privacy

/// Which values can be taken out of lines whose events are to stay the same.
extension LineRedactor {
    /// Values of a line that are tried one by one; of more, those that were found in the same way are tried together.
    private static let valueLimit = 64
    /// Bytes of all wordings that are tried one by one.
    private static let trialBytes = 8 << 20

    /// Leaves of the values those that can be taken out.
    mutating func check(
        _ found: inout [Line], _ lines: Span<UInt8>, _ context: ParseContext, arrival: Int64, day: Day
    ) {
        let keys = keys(of: day)
        guard var parser = takeParser(context, arrival: arrival) else {
            // What the lines mean is unknown, and so is what their events are made of.
            found = []
            return
        }
        check(&found, lines, &parser, keys)
        keep(parser, context)
    }

    private func check(_ found: inout [Line], _ lines: Span<UInt8>, _ parser: inout LineParser, _ keys: EpochKeys) {
        let isSame = isSame(found, lines, &parser, keys)
        let failed = found.indices.filter { !isSame[$0] }
        guard !failed.isEmpty else { return }
        let parts = parts(of: failed, in: found)
        for line in failed { found[line].values = [] }
        let isPartSame = self.isSame(parts.map(\.wording), lines, &parser, keys)
        for (part, isSame) in zip(parts, isPartSame) where isSame { found[part.line].values += part.wording.values }
        // What changes nothing by itself may do so together.
        let mixed = failed.filter { !found[$0].values.isEmpty }
        for (line, isSame) in zip(mixed, self.isSame(mixed.map { found[$0] }, lines, &parser, keys)) where !isSame {
            found[line].values = []
        }
    }

    /// For each wording, whether the line without these values is the same event.
    private func isSame(
        _ wordings: [Line], _ lines: Span<UInt8>, _ parser: inout LineParser, _ keys: EpochKeys
    ) -> [Bool] {
        guard !wordings.isEmpty else { return [] }
        var trial = LineTrial()
        for wording in wordings { trial.add(lines.extracting(wording.range), without: wording.values) }
        return trial.run(&parser, seed: seed) { EventEquality($0, gate: gate, keys: keys) }
    }

    /// Lines with some of the values that they have, each value in one part.
    private func parts(of failed: [Int], in found: [Line]) -> [(line: Int, wording: Line)] {
        var parts: [(line: Int, wording: Line)] = []
        var bytes = 0
        for number in failed {
            let line = found[number]
            let values =
                line.values.count <= LineRedactor.valueLimit
                ? line.values.map { [$0] }
                : [Redacted.Cause.name, .number].map { cause in line.values.filter { $0.cause == cause } }
            // What there is no room to try stays as it came, as does what was tried before.
            bytes += values.count * line.range.count
            guard values.count > 1, bytes <= LineRedactor.trialBytes else { continue }
            parts += values.filter { !$0.isEmpty }.map { (number, Line(range: line.range, values: $0)) }
        }
        return parts
    }
}
