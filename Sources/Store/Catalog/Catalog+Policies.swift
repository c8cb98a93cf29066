public import Events
import GRDB

extension Catalog {
    /// The versions of the policy, in the order in which they were recorded.
    public func policyVersions() throws -> [PolicyVersion] {
        try read("read the versions of the policy") { database in
            try Row.fetchAll(database, sql: "SELECT * FROM policy ORDER BY number").map { row in
                guard let published = Day(row["published"] as String), let effective = Day(row["effective"] as String)
                else {
                    throw StoreError(
                        .damaged, "A version of the policy has no day. Restore catalog.sqlite from a backup.")
                }
                return PolicyVersion(
                    number: row["number"], digest: row["digest"], text: row["text"], published: published,
                    effective: effective, withdrawn: (row["withdrawn"] as String?).flatMap { Day($0) })
            }
        }
    }

    /// Records a version and withdraws those that wait for a day after its publication, in one transaction.
    ///
    /// - Returns: false, and nothing is recorded, if another process has recorded a version of this number.
    public func record(_ version: PolicyVersion) throws -> Bool {
        try write("record a version of the policy") { database in
            let last = try Int.fetchOne(database, sql: "SELECT max(number) FROM policy") ?? 0
            guard version.number == last + 1 else { return false }
            try Catalog.withdrawPolicies(announcedOn: version.published, database)
            try database.execute(
                sql: "INSERT INTO policy (number, digest, published, effective, text) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    version.number, version.digest, version.published.description, version.effective.description,
                    version.text,
                ])
            return true
        }
    }

    /// Withdraws the versions whose day has not come.
    public func withdrawPolicies(announcedOn day: Day) throws {
        try write("withdraw a version of the policy") { try Catalog.withdrawPolicies(announcedOn: day, $0) }
    }

    private static func withdrawPolicies(announcedOn day: Day, _ database: Database) throws {
        try database.execute(
            sql: "UPDATE policy SET withdrawn = ? WHERE withdrawn IS NULL AND effective > ?",
            arguments: [day.description, day.description])
    }
}
