import Events

@testable import Intake

/// Europe/Berlin in 2026, and UTC+1 before and after.
let berlin = ZoneOffsets([
    LocalDay.Segment(start: 0, offset: 3600), LocalDay.Segment(start: 1_774_746_000, offset: 7200),
    LocalDay.Segment(start: 1_792_890_000, offset: 3600),
])

extension TimeReader {
    /// The instant that a text tells as a whole; nil if it is no time of the notation.
    static func read(
        _ notation: TimeNotation, _ text: String, _ options: LineOptions = LineOptions(latest: .max)
    ) -> Int64? {
        var reader = TimeReader()
        return try? reader.instant(notation, Array(text.utf8), options)
    }

    /// Reads a text with other bytes on either side of it.
    mutating func instant(
        _ notation: TimeNotation, _ text: [UInt8], _ options: LineOptions = LineOptions(latest: .max)
    ) throws(LineFailure) -> Int64 {
        let bytes = Array("99".utf8) + text + Array("99".utf8)
        return try readInstant(notation, bytes.span, 2..<2 + text.count, options)
    }
}
