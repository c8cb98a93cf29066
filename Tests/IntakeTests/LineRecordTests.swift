import Events
import Testing

@testable import Intake

@Suite("Records of lines")
struct LineRecordTests {
    @Test("A record has a place for every text and number", arguments: RawBatch.Text.allCases)
    func texts(field: RawBatch.Text) {
        var record = LineRecord()
        record.set(field, 3..<5)
        #expect(record.range(field).indices == 3..<5)
        #expect(RawBatch.Text.allCases.filter(record.has) == [field])
        for number in RawBatch.Number.allCases { record.set(number, 7) }
        #expect(RawBatch.Number.allCases.allSatisfy { record.value($0) == 7 })
    }

    @Test("Fields that do not stand for the same have places of their own in a line")
    func places() throws {
        let all = LogField.named.map(\.field)
        let places = all.compactMap(\.place)
        #expect(Set(places).count == places.count)
        #expect(places.allSatisfy { $0 < LogField.placeCount })
        var values = LineValues()
        for place in 0..<LogField.placeCount {
            values.note(place, FieldValue(place..<place + 1, escapes: .none), at: place)
        }
        var told: [Int] = []
        try values.forEach { id, value throws(LineFailure) in told.append(id == value.range.lowerBound ? id : -1) }
        #expect(told == Array(0..<LogField.placeCount))
    }
}
