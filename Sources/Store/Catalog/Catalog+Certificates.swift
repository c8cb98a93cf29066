import Foundation
import GRDB

extension Catalog {
    /// The certificates on record, by name.
    public func certificates() throws -> [CertificateRecord] {
        try read("read the certificates") { database in
            try Row.fetchAll(database, sql: "SELECT * FROM certificate ORDER BY name").map {
                CertificateRecord(name: $0["name"], digest: Array($0["sha256"] as Data))
            }
        }
    }

    static func insert(_ certificate: CertificateRecord, _ database: Database) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO certificate (name, sha256) VALUES (?, ?)",
            arguments: [certificate.name, Data(certificate.digest)])
    }
}
