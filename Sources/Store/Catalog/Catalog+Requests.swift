public import Events
import Foundation
import GRDB

extension Catalog {
    /// All requests, in the order of their numbers.
    public func requests() throws -> [RequestRecord] {
        try read("read the requests") { database in
            try Row.fetchAll(database, sql: "SELECT * FROM request ORDER BY number").map {
                try Catalog.request($0, database)
            }
        }
    }

    /// - Throws: ``RequestStepError/unknown(number:)`` if there is none of this number.
    public func request(_ number: Int) throws -> RequestRecord {
        try read("read the requests") { database in try Catalog.request(number, database) }
    }

    /// The sealed documents of a request, the earliest first as far as one process wrote them.
    public func requestDocuments(_ number: Int) throws -> [SealedFile] {
        try sealedFiles().filter { $0.pair == .request(number) }
            .sorted { ($0.name.writer, $0.name.sequence) < ($1.name.writer, $1.name.sequence) }
    }

    /// The requests of a person, by tags of identifiers, in the order of their numbers.
    public func requests(tagged tags: [SubjectTag]) throws -> [RequestRecord] {
        try read("look for requests of the same person") { database in
            var numbers: Set<Int> = []
            for tag in tags {
                numbers.formUnion(
                    try Int.fetchAll(
                        database, sql: "SELECT request FROM request_tag WHERE tag = ?", arguments: [tag.data]))
            }
            return try numbers.sorted().map { try Catalog.request($0, database) }
        }
    }

    /// The tags by which a request is recognised, those of each identifier.
    public func requestTags(_ number: Int) throws -> [[SubjectTag]] {
        try read("read the requests") { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT identifier, tag FROM request_tag WHERE request = ? ORDER BY identifier, tag",
                arguments: [number])
            return try Dictionary(grouping: rows) { $0["identifier"] as Int }.sorted { $0.key < $1.key }.map {
                try $0.value.map { try SubjectTag.read($0["tag"]) }
            }
        }
    }

    /// The number of the next request: no number is ever given twice.
    func nextRequestNumber() throws -> Int {
        try read("read the requests") { database in
            (try Int.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'request'") ?? 0) + 1
        }
    }

    /// Puts a new request on record, with its sealed document, its tags and the steps that are taken at once.
    func insert(
        _ request: RequestRecord, tags: [[SubjectTag]], document: SealedFile, steps: [RequestStep],
        objections: [SubjectTag]
    ) throws -> RequestRecord {
        try write("record a request") { database in
            try database.execute(
                sql: """
                    INSERT INTO request (number, kind, represented, addresses_alone, language, opened, due)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    request.number, request.kind.rawValue, request.isRepresented, request.hasAddressesAlone,
                    request.language, request.opened, request.due.description,
                ])
            for (identifier, tags) in tags.enumerated() {
                for tag in tags {
                    // Of two identifiers with one tag, the first one has it.
                    try database.execute(
                        sql: "INSERT OR IGNORE INTO request_tag (tag, request, identifier) VALUES (?, ?, ?)",
                        arguments: [tag.data, request.number, identifier])
                }
            }
            try Catalog.insert(document, database)
            for step in steps { try Catalog.take(step, of: request.number, by: nil, at: request.opened, database) }
            if !objections.isEmpty {
                try Catalog.object(
                    request: Int64(request.number), objections.map { ($0, nil) }, isRetroactive: false, database)
            }
            return try Catalog.request(request.number, database)
        }
    }

    /// Puts steps on record, all or none of them, and a document that comes with them.
    ///
    /// - Throws: ``RequestStepError`` if one of them does not fit.
    func take(
        _ steps: [RequestStep], of number: Int, by officer: String?, at time: Int64, document: SealedFile?
    ) throws -> RequestRecord {
        try write("record a step of a request") { database in
            for step in steps { try Catalog.take(step, of: number, by: officer, at: time, database) }
            if let document { try Catalog.insert(document, database) }
            return try Catalog.request(number, database)
        }
    }

    private static func take(
        _ step: RequestStep, of number: Int, by officer: String?, at time: Int64, _ database: Database
    ) throws {
        let record = try request(number, database)
        var progress = try progress(of: record, database)
        try progress.take(step, by: officer)
        try database.execute(
            sql: """
                INSERT INTO request_step (request, place, step, detail, number, officer, time)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [number, record.steps.count + 1, step.word, step.detail, step.number, officer, time])
    }

    private static func request(_ number: Int, _ database: Database) throws -> RequestRecord {
        guard let row = try Row.fetchOne(database, sql: "SELECT * FROM request WHERE number = ?", arguments: [number])
        else { throw RequestStepError.unknown(number: number) }
        return try request(row, database)
    }

    private static func request(_ row: Row, _ database: Database) throws -> RequestRecord {
        guard let kind = RequestKind(rawValue: row["kind"]), let due = Day(row["due"] as String) else {
            throw damaged
        }
        var record = RequestRecord(
            number: row["number"], kind: kind, isRepresented: row["represented"],
            hasAddressesAlone: row["addresses_alone"], language: row["language"], opened: row["opened"], due: due)
        let progress = try progress(of: record, database)
        record.state = progress.state
        record.isSoleUser = progress.isSoleUser
        record.isLifted = progress.isLifted
        record.steps = try Row.fetchAll(
            database, sql: "SELECT * FROM request_step WHERE request = ? ORDER BY place", arguments: [record.number]
        ).map {
            RequestRecord.Step(word: $0["step"], detail: $0["detail"], officer: $0["officer"], time: $0["time"])
        }
        return record
    }

    /// Where the steps on record have led.
    private static func progress(of record: RequestRecord, _ database: Database) throws -> RequestProgress {
        var progress = RequestProgress(
            number: record.number, isRepresented: record.isRepresented, hasAddressesAlone: record.hasAddressesAlone)
        let rows = try Row.fetchAll(
            database, sql: "SELECT * FROM request_step WHERE request = ? ORDER BY place", arguments: [record.number])
        for row in rows {
            guard let step = RequestStep(word: row["step"], detail: row["detail"], number: row["number"]) else {
                throw damaged
            }
            try progress.take(step, by: row["officer"])
        }
        return progress
    }

    private static var damaged: StoreError {
        StoreError(.damaged, "A request on record cannot be read. Restore catalog.sqlite from a backup.")
    }
}
