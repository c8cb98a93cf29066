import Events
import Intake
import Privacy
import Store

/// Tells which sealed lines of a day go when it is sealed anew.
final class DoomedLines {
    private let rights: RightsRun
    private let numbers: Set<Int>
    private let texts: [Int: SubjectText]
    private let gates: RecordedGates

    init(_ day: Day, of numbers: Set<Int>, texts: [Int: SubjectText], _ rights: RightsRun) throws {
        self.rights = rights
        self.numbers = numbers
        self.texts = texts
        gates = try RecordedGates(
            environment: rights.site.environment, store: rights.store, day: rights.site.calendar.localDay(day),
            key: .throwaway(for: Epoch(day: day)), seed: rights.seed)
    }

    func doomed(_ frame: SealedFrames.Frame, _ file: SealedFile) throws -> DayResealing.Doomed {
        var doomed = DayResealing.Doomed()
        guard file.name.kind == .raw else {
            var found: Set<Range<Int>> = []
            for (number, text) in texts {
                let lines = text.lines(of: frame.lines.span)
                found.formUnion(lines)
                if !lines.isEmpty { doomed.requests[number] = lines.count }
            }
            doomed.lines = found.sorted { $0.lowerBound < $1.lowerBound }
            return doomed
        }
        var batch = RawBatch(seed: rights.seed)
        let lines = try frame.parse(into: &batch)
        let covers = try rights.cover.covers(batch, of: file, by: gates.policy(frame.context.policy))
        for (line, cover) in zip(lines, covers) {
            let requests = cover.requests.intersection(numbers)
            guard !requests.isEmpty else { continue }
            doomed.lines.append(line)
            if cover.fate == .takenOut { doomed.counted += 1 }
            for request in requests { doomed.requests[request, default: 0] += 1 }
        }
        return doomed
    }
}
