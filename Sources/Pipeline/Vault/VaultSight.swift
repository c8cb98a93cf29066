import Events
import Intake
import Privacy
import Store

/// Tells which lines of a day an officer does not see when reading the vault: those of people who object.
struct VaultSight {
    private let day: Day
    private var rows: RestrictedRows
    /// What the people who object are known by, where lines are known by their text alone.
    private let text: SubjectText?

    /// - Parameter identifiers: of the people who object.
    init(_ day: Day, _ rows: RestrictedRows, hiding identifiers: [SubjectIdentifier]) {
        self.day = day
        self.rows = rows
        text = SubjectText(identifiers)
    }

    /// Whether every line is seen.
    var isWhole: Bool { rows.isEmpty && text == nil }

    /// Of each row of a batch, whether it is kept back; an empty array if none is.
    mutating func hidden(_ batch: RawBatch) -> [Bool] { rows.match(batch, of: day) }

    /// Where the lines of a frame lie that are kept back, one behind the other.
    mutating func hidden(_ frame: LineFrame, isOfRejects: Bool, _ parser: inout FrameParser) throws -> [Range<Int>] {
        if isWhole { return [] }
        guard !isOfRejects, frame.isParsable else { return text?.lines(of: frame.lines.span) ?? [] }
        var hidden: [Range<Int>] = []
        _ = try parser.parse(frame) { batch, parsed in
            for (row, isHidden) in rows.match(batch, of: day).enumerated() where isHidden {
                hidden.append(parsed.lines[row])
            }
            hidden += parsed.others.filter { text?.lines(of: frame.lines.span.extracting($0)).isEmpty == false }
            return true
        }
        return hidden.sorted { $0.lowerBound < $1.lowerBound }
    }
}
