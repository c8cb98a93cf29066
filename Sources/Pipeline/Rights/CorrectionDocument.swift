import Events
import Foundation
import Intake
import Privacy

/// What lies sealed of a correction: which lines it is about, and what is right.
struct CorrectionDocument: Codable {
    /// Something by which lines are known: the two halves of a tag, for all days or for one.
    struct Tag: Codable {
        let high: UInt64
        let low: UInt64
        let day: String?
    }

    let tags: [Tag]
    /// The right values, by the names that letters have for fields.
    let values: [String: [UInt8]]

    init(_ tags: [(tag: SubjectTag, day: Day?)], _ corrections: [RequestLetter.Correction]) {
        self.tags = tags.map { Tag(high: $0.tag.high, low: $0.tag.low, day: $0.day?.description) }
        var values: [String: [UInt8]] = [:]
        for (name, field) in RequestLetter.correctable {
            if let correction = corrections.first(where: { $0.field == field }) { values[name] = correction.value }
        }
        self.values = values
    }

    /// What lies in the sealed file.
    var encoded: [UInt8] {
        do {
            return Array(try JSONEncoder().encode(self))
        } catch {
            preconditionFailure("numbers and texts are always encoded")
        }
    }

    /// - Returns: nil if the bytes are no such document.
    static func decode(_ bytes: [UInt8]) -> CorrectionDocument? {
        try? JSONDecoder().decode(CorrectionDocument.self, from: Data(bytes))
    }

    /// The tags that count for the lines of a day.
    func tags(for day: Day) -> Set<SubjectTag> {
        Set(tags.filter { $0.day == nil || $0.day == day.description }.map { SubjectTag(high: $0.high, low: $0.low) })
    }

    /// The fields that are put right, each with its right value.
    var fields: [(field: RawBatch.Text, value: [UInt8])] {
        RequestLetter.correctable.compactMap { name, field in values[name].map { (field, $0) } }
    }
}
