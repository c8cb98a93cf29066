import GRDB

/// The store's one database: partitions, input positions, epochs and released statistics.
///
/// Never an identifier.
///
/// SQLite in WAL mode with `synchronous=FULL` and `secure_delete=ON`; one per host, on a local disk.
public final class Catalog: Sendable {
    let database: DatabaseQueue

    init(path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(60)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.execute(sql: "PRAGMA foreign_keys = ON")
        }
        database = try Catalog.translating("open the catalog") {
            try DatabaseQueue(path: path, configuration: configuration)
        }
        try Catalog.translating("prepare the catalog") {
            guard try !database.read(CatalogSchema.migrator.hasBeenSuperseded) else {
                throw StoreError(
                    .configuration,
                    "The store was written by a newer version of Footfall (\(path)). Install that version, or name another store."
                )
            }
            try CatalogSchema.migrator.migrate(database)
        }
    }

    func read<Value>(_ action: String, _ body: (Database) throws -> Value) throws -> Value {
        try Catalog.translating(action) { try database.read(body) }
    }

    /// Reads by a single statement, which needs no transaction around it: many times as fast.
    func readStatement<Value>(_ action: String, _ body: (Database) throws -> Value) throws -> Value {
        try Catalog.translating(action) { try database.unsafeRead(body) }
    }

    func write<Value>(_ action: String, _ body: (Database) throws -> Value) throws -> Value {
        FileSystem.willChange?()
        return try Catalog.translating(action) { try database.write(body) }
    }

    /// Turns SQLite's errors into ours, without the statement and its arguments.
    private static func translating<Value>(_ action: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED:
                throw StoreError(
                    .busy, "Cannot \(action): another process keeps the catalog busy. Run the command again.")
            case .SQLITE_FULL, .SQLITE_IOERR:
                throw StoreError(
                    .io,
                    "Cannot \(action): the disk is full or failing. Free some space and run the command again; what is committed is safe."
                )
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
                throw StoreError(
                    .cannotCreate, "Cannot \(action): the file cannot be opened. Check its owner and permissions.")
            case .SQLITE_NOTADB, .SQLITE_CORRUPT:
                throw damaged(action)
            default:
                throw StoreError(.io, "Cannot \(action): SQLite reports \(error.resultCode). Check the disk.")
            }
        } catch let error as StoreError {
            throw error
        } catch let error as RequestStepError {
            throw error
        } catch {
            // What SQLite can read and GRDB cannot decode is no value that was ever written.
            throw damaged(action)
        }
    }

    private static func damaged(_ action: String) -> StoreError {
        StoreError(.damaged, "Cannot \(action): the catalog is damaged. Restore catalog.sqlite from a backup.")
    }
}
