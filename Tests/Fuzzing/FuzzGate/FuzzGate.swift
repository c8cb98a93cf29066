import Events
import FuzzSupport
import Intake
import Privacy

private let policy = Policy.standard(site: "example.org", hosts: ["www.example.com"], searchParameter: "q")
private let gate = Gate(policy: policy, seed: 3)

/// Records of any bytes at the gate, with an identifier planted in each.
///
/// The input is a list of fields: the kind of field, which identifier, what stands before and behind it, and the bytes
/// around them up to a line end. An empty line ends a record. Promised is that every record becomes an event, with whole
/// columns, and that no text of an event holds the identifier.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = unsafe FuzzInput(start, count)
    let plant = Plant(&input)
    var batch = RawBatch(seed: 1)
    while !input.isEmpty, batch.rowCount < 16 {
        var fields: Set<RawBatch.Text> = []
        repeat {
            let field = RawBatch.Text.allCases[input.choice(RawBatch.Text.allCases.count)]
            let text = plant.text(&input)
            if fields.insert(field).inserted {
                batch[field].append(text.span)
            }
        } while !input.isEmpty && input.choice(4) != 0
        batch.endRow(time: 1_760_000_000_000 + Int64(input.byte()) * 3_600_000)
    }
    let events = gate.admit(batch, keys: keys)
    check(events.reduce(0) { $0 + $1.rowCount } == batch.rowCount, "every record becomes an event")
    for event in events { check(event, plant) }
    return 0
}

private func check(_ event: EventBatch, _ plant: Plant) {
    for field in EventField.Text.allCases {
        let column = event[field]
        check([0, event.rowCount].contains(column.indices.count), "a text column has all rows or none")
        check(
            column.indices.allSatisfy { $0 == absentIndex || $0 < column.dictionary.count },
            "every index lies within the dictionary")
        for value in 0..<column.dictionary.count {
            check(!plant.isFound(in: column.dictionary.text(value)), "no planted identifier is in an event")
        }
    }
    for field in EventField.Identity.allCases {
        let column = event[field]
        check([0, event.rowCount].contains(column.indices.count), "a column of pseudonyms has all rows or none")
        check(
            column.indices.allSatisfy { $0 == absentIndex || $0 < column.dictionary.count },
            "every index lies within the dictionary")
    }
}

/// The keys of the UTC day that holds an instant.
private func keys(of second: Int64) -> EpochKeys {
    let day = Day(number: Int32(second / 86_400))
    let start = second / 86_400 * 86_400
    let local = LocalDay(day: day, range: start..<start + 86_400, segments: [.init(start: start, offset: 0)])
    return EpochKeys(EpochKey.throwaway(for: Epoch(day: day)), day: local, policy: policy)
}
