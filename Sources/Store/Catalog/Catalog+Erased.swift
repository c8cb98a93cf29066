public import Events
import Foundation
import GRDB

extension Catalog {
    /// Whose rows closing leaves out of an epoch.
    public func erasedPseudonyms(of epoch: Epoch) throws -> [ErasedPseudonym] {
        try read("read who is to be erased") { database in
            try Row.fetchAll(
                database, sql: "SELECT field, pseudonym FROM erased_visitor WHERE epoch = ?",
                arguments: [epoch.description]
            ).map { row in
                let name = row["field"] as String
                guard let field = EventField.Identity.allCases.first(where: { $0.name == name }),
                    let pseudonym = Pseudonym(row["pseudonym"] as Data)
                else {
                    throw StoreError(
                        .damaged, "A pseudonym to be erased cannot be read. Restore catalog.sqlite from a backup.")
                }
                return ErasedPseudonym(field, pseudonym)
            }
        }
    }

    /// Has closing leave out the rows of pseudonyms.
    ///
    /// - Parameters:
    ///   - requests: the rows that are taken out by it, by the number of the request.
    ///   - isWhole: whether the requests are done with the epoch by that; else it has to be made anew once it is closed.
    /// - Throws: ``StoreError`` (busy), and nothing is recorded, if the epoch is closed.
    public func erase(
        _ pseudonyms: Set<ErasedPseudonym>, in epoch: Epoch, for requests: [Int: Int], isWhole: Bool
    ) throws {
        try write("record who is to be erased") { database in
            let state = try Int.fetchOne(
                database, sql: "SELECT state FROM epoch WHERE id = ?", arguments: [epoch.description])
            guard let state, state != EpochState.closed.rawValue else {
                throw StoreError(.busy, "\(epoch) was closed by another process. Run the command again.")
            }
            for erased in pseudonyms {
                try database.execute(
                    sql: "INSERT OR IGNORE INTO erased_visitor (epoch, field, pseudonym) VALUES (?, ?, ?)",
                    arguments: [epoch.description, erased.field.name, erased.pseudonym.data])
            }
            try Catalog.recordRebuilt(epoch, requests, isDone: isWhole, database)
        }
    }

    static func forgetErasedPseudonyms(of epoch: Epoch, _ database: Database) throws {
        try database.execute(sql: "DELETE FROM erased_visitor WHERE epoch = ?", arguments: [epoch.description])
    }
}

extension Pseudonym {
    /// The 16 bytes as a partition has them.
    fileprivate var data: Data {
        Data([high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } })
    }

    fileprivate init?(_ data: Data) {
        guard data.count == 16 else { return nil }
        let words = [data.prefix(8), data.suffix(8)].map { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        self.init(high: words[0], low: words[1])
    }
}
