import Events
import TestSupport

@testable import Pipeline
@testable import Store

/// The rows of an epoch less what another key, other random numbers and another order make different.
struct EpochView: Equatable {
    /// A row without visitor, network, device, address and visit: of the first four it tells whether it has one.
    struct Row: Hashable {
        let time: Int64
        let sequence: Int32?
        let texts: [String?]
        let numbers: [Int64?]
        let flags: [Bool]
        let hasIdentity: [Bool]
        let hasAddress: Bool

        init(_ row: EventRow) {
            time = row.time
            sequence = row.sequence
            hasAddress = row[.address] != nil
            texts = EventField.Text.allCases.map { $0 == .address ? nil : row[$0] }
            numbers = row.numbers
            flags = row.flags
            hasIdentity = row.identities.map { $0 != nil }
        }
    }

    /// How often there is a row.
    let rows: [Row: Int]
    /// How often there is a visit of these rows, in their order.
    let visits: [[Row]: Int]
    /// How often there are rows that one visitor, device, network or address has, whatever their order is.
    let people: [[[Row: Int]: Int]]

    init(_ rows: [EventRow]) {
        self.rows = EpochView.counts(rows.map(Row.init))
        visits = EpochView.counts(
            Dictionary(grouping: rows, by: \.visit).values.map { visit in
                visit.sorted { ($0.sequence ?? 0) < ($1.sequence ?? 0) }.map(Row.init)
            })
        people =
            EventField.Identity.allCases.map { field in EpochView.groups(rows) { $0[field] } }
            + [EpochView.groups(rows) { $0[.address] }]
    }

    private static func groups(_ rows: [EventRow], by key: (EventRow) -> some Hashable) -> [[Row: Int]: Int] {
        counts(Dictionary(grouping: rows, by: key).values.map { counts($0.map(Row.init)) })
    }

    private static func counts<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
        Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    }
}

extension SealedJobs {
    /// Every row of an epoch, in the order of its files.
    func rows(of epoch: Epoch) throws -> [EventRow] {
        try store.readers(of: epoch).flatMap { _, reader in
            try (0..<reader.rowGroupCount).flatMap { try reader.read(rowGroup: $0, .everything).spelledOut }
        }
    }

    /// Closes days, and destroys nothing but their keys.
    func close(through day: Day, at now: String) throws {
        _ = try Aggregate(environment: environment(at: now)).run(.through(day), expires: false)
    }
}
