import Events
import Intake
import Privacy
import Store

/// Tells which lines of a day an officer does not see when reading the vault: those of people who object.
struct VaultSight {
    private let day: Day
    private var rows: RestrictedRows
    private let identifiers: () throws -> [SubjectIdentifier]
    /// What the people who object are known by, where lines are known by their text alone; nil before it is asked for.
    private var texts: [SubjectText]?

    /// - Parameter identifiers: gives those of the people who object, if there are lines of which nothing but text is known.
    init(_ day: Day, _ rows: RestrictedRows, hiding identifiers: @escaping () throws -> [SubjectIdentifier]) {
        self.day = day
        self.rows = rows
        self.identifiers = identifiers
    }

    /// Of each row of a batch, whether it is kept back; an empty array if none is.
    mutating func hidden(_ batch: RawBatch) -> [Bool] { rows.match(batch, of: day) }

    /// Where the lines of a frame lie that are kept back, one behind the other.
    mutating func hidden(_ frame: LineFrame, isOfRejects: Bool, _ parser: inout FrameParser) throws -> [Range<Int>] {
        if rows.isEmpty { return [] }
        guard !isOfRejects, frame.isParsable else { return try lines(of: frame.lines.span) }
        var hidden: [Range<Int>] = []
        _ = try parser.parse(frame) { batch, parsed in
            for (row, isHidden) in rows.match(batch, of: day).enumerated() where isHidden {
                hidden.append(parsed.lines[row])
            }
            hidden += try parsed.others.filter { try !lines(of: frame.lines.span.extracting($0)).isEmpty }
            return true
        }
        return hidden.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Where lines lie that hold an identifier as text.
    private mutating func lines(of text: Span<UInt8>) throws -> [Range<Int>] {
        let texts = try texts ?? SubjectText(identifiers()).map { [$0] } ?? []
        self.texts = texts
        return texts.flatMap { $0.lines(of: text) }
    }
}
