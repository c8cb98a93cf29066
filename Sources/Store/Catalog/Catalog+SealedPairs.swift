public import Events
import GRDB

extension Catalog {
    /// The files that are sealed to a pair that is no day's, in the order of writer and number.
    public func sealedFiles(to pair: PairName) throws -> [SealedFile] {
        try read("read the sealed files") { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM sealed_file WHERE pair = ? ORDER BY writer, sequence",
                arguments: [pair.description]
            ).compactMap(SealedFile.init)
        }
    }

    /// The pairs that files are sealed to besides those of days, ascending.
    public func sealedPairs() throws -> [PairName] {
        try read("read the sealed files") { database in
            try String.fetchAll(
                database, sql: "SELECT DISTINCT pair FROM sealed_file WHERE kind NOT IN (\(Catalog.dayLines))"
            ).compactMap { PairName($0) }.sorted()
        }
    }
}
