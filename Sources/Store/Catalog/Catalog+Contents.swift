public import Events
import Foundation
import GRDB

extension Catalog {
    /// A mark in time: contents that change later have a higher revision.
    public func contentRevision() throws -> Int64 {
        try read("read the known input", Catalog.revision)
    }

    /// The keys under which contents are on record for a scope, newest month first.
    public func contentKeys(scope: String) throws -> [ContentKeyName] {
        try read("read the known input") { database in
            try String.fetchAll(
                database, sql: "SELECT DISTINCT month FROM content WHERE scope = ? ORDER BY month DESC",
                arguments: [scope]
            ).map { ContentKeyName(month: $0, scope: scope) }
        }
    }

    /// The contents that could agree with an input whose first block is not complete: those with an end within that
    /// block, and whether any content goes beyond it.
    public func contentsBeforeFirstBlock(
        _ key: ContentKeyName, blockLength: Int64
    ) throws -> (contents: [KnownContent], anyLonger: Bool) {
        try read("read the known input") { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT id, blocks, lines, length FROM content
                    WHERE month = ? AND scope = ? AND id IN (SELECT content FROM content_end WHERE offset <= ?)
                    """,
                arguments: [key.month, key.scope, blockLength])
            let longer = try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM content WHERE month = ? AND scope = ? AND first_tag IS NOT NULL)",
                arguments: [key.month, key.scope])
            return (try rows.map { try KnownContent($0, database) }, longer ?? false)
        }
    }

    /// The sealed start tags of all contents of a key.
    public func contentStarts(_ key: ContentKeyName) throws -> [[UInt8]] {
        try read("read the known input") { database in
            try Data.fetchAll(
                database, sql: "SELECT start FROM content WHERE month = ? AND scope = ? AND start IS NOT NULL",
                arguments: [key.month, key.scope]
            ).map { Array($0) }
        }
    }

    /// The contents whose first block has this tag.
    public func contents(_ key: ContentKeyName, firstTag: Fingerprint) throws -> [KnownContent] {
        try read("read the known input") { database in
            try Row.fetchAll(
                database,
                sql: "SELECT id, blocks, lines, length FROM content WHERE month = ? AND scope = ? AND first_tag = ?",
                arguments: [key.month, key.scope, firstTag.data]
            ).map { try KnownContent($0, database) }
        }
    }

    /// The tags of a content's blocks from block `first` on, at most `count`; none if the content has fewer blocks.
    ///
    /// They come from one commit's record, so there may be fewer although more follow.
    public func blockTags(of content: Int64, from first: Int, count: Int) throws -> [Fingerprint] {
        try read("read the known input") { database in
            try Data.fetchOne(
                database,
                sql: """
                    SELECT substr(tags, 1 + 16 * (? - first), 16 * ?) FROM content_blocks
                    WHERE content = ? AND first <= ? ORDER BY first DESC LIMIT 1
                    """,
                arguments: [first, count, content, first]
            ).map(Fingerprint.list) ?? []
        }
    }

    /// The sealed tags of a range of a content's lines: the runs that hold them, each with the number of its first line.
    public func lineTags(of content: Int64, _ lines: Range<Int>) throws -> [(first: Int, lines: SealedLineTags)] {
        try read("read the known input") { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM content_lines WHERE content = ? AND first < ? AND first + count > ? ORDER BY first
                    """,
                arguments: [content, lines.upperBound, lines.lowerBound]
            ).map { ($0["first"], SealedLineTags(count: $0["count"], bytes: Array($0["sealed"] as Data))) }
        }
    }

    /// Puts an update on record; part of the commit's transaction.
    ///
    /// - Throws: ``StoreError`` (busy) if another run has recorded the same input since `revision`.
    static func record(
        _ update: ContentUpdate, since revision: Int64, besides mine: Set<Int64>, _ database: Database
    ) throws -> ContentPlace {
        guard let last = update.ends.last else { preconditionFailure("an update has an end") }
        try refuseIfRecordedElsewhere(update, since: revision, besides: mine, database)
        let next = try Catalog.revision(database) + 1
        let id: Int64
        if let content = update.content {
            id = content
            try database.execute(
                sql:
                    "UPDATE content SET blocks = ?, lines = ?, length = max(length, ?), first_tag = ?, start = coalesce(start, ?), revision = ? WHERE id = ?",
                arguments: [
                    update.firstBlock + update.tags.count, update.firstLine + update.lines.count, last.offset,
                    update.firstTag?.data, update.start.map { Data($0) }, next, content,
                ])
        } else {
            try database.execute(
                sql:
                    "INSERT INTO content (month, scope, first_tag, start, blocks, lines, length, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    update.key.month, update.key.scope, update.firstTag?.data, update.start.map { Data($0) },
                    update.tags.count, update.lines.count,
                    last.offset, next,
                ])
            id = database.lastInsertedRowID
        }
        if !update.tags.isEmpty {
            try database.execute(
                sql: "INSERT INTO content_blocks (content, first, tags) VALUES (?, ?, ?)",
                arguments: [id, update.firstBlock, update.tags.reduce(into: Data()) { $0.append($1.data) }])
        }
        if update.lines.count > 0 {
            try database.execute(
                sql: "INSERT INTO content_lines (content, first, count, sealed) VALUES (?, ?, ?, ?)",
                arguments: [id, update.firstLine, update.lines.count, Data(update.lines.bytes)])
        }
        var place = ContentPlace(content: id, end: 0)
        for (index, end) in update.ends.enumerated() {
            if index == 0, let previous = update.previousEnd {
                try database.execute(
                    sql: "UPDATE content_end SET offset = ?, tag = ?, within_line = ? WHERE id = ?",
                    arguments: [end.offset, end.tag.data, end.isWithinLine, previous])
                place = ContentPlace(content: id, end: previous)
            } else {
                try database.execute(
                    sql: "INSERT INTO content_end (content, offset, tag, within_line) VALUES (?, ?, ?, ?)",
                    arguments: [id, end.offset, end.tag.data, end.isWithinLine])
                place = ContentPlace(content: id, end: database.lastInsertedRowID)
            }
        }
        return place
    }

    private static func refuseIfRecordedElsewhere(
        _ update: ContentUpdate, since revision: Int64, besides mine: Set<Int64>, _ database: Database
    ) throws {
        let busy = StoreError(
            .busy,
            "Another process is reading the same input. Run the command again when it has finished: nothing is counted twice."
        )
        if let content = update.content {
            let row = try Row.fetchOne(
                database, sql: "SELECT blocks, revision FROM content WHERE id = ?", arguments: [content])
            guard let row, row["blocks"] as Int == update.firstBlock, (row["revision"] as Int64) <= revision else {
                throw busy
            }
            return
        }
        guard !update.isAside else { return }
        guard let firstTag = update.firstTag else {
            guard let end = update.ends.last else { return }
            let same = try Bool.fetchOne(
                database,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM content_end e JOIN content c ON c.id = e.content
                    WHERE c.month = ? AND c.scope = ? AND c.revision > ? AND e.offset = ? AND e.tag = ?)
                    """,
                arguments: [update.key.month, update.key.scope, revision, end.offset, end.tag.data])
            if same == true { throw busy }
            return
        }
        let others = try Int64.fetchAll(
            database, sql: "SELECT id FROM content WHERE month = ? AND scope = ? AND first_tag = ? AND revision > ?",
            arguments: [update.key.month, update.key.scope, firstTag.data, revision])
        for other in others where !mine.contains(other) {
            let tags = try blockTags(of: other, database)
            if zip(tags, update.tags).allSatisfy({ $0 == $1 }) { throw busy }
        }
    }

    private static func blockTags(of content: Int64, _ database: Database) throws -> [Fingerprint] {
        try Data.fetchAll(
            database, sql: "SELECT tags FROM content_blocks WHERE content = ? ORDER BY first", arguments: [content]
        ).flatMap(Fingerprint.list)
    }

    static func revision(_ database: Database) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT coalesce(max(revision), 0) FROM content") ?? 0
    }
}

extension KnownContent {
    fileprivate init(_ row: Row, _ database: Database) throws {
        id = row["id"]
        blockCount = row["blocks"]
        lineCount = row["lines"]
        length = row["length"]
        ends = try Row.fetchAll(
            database, sql: "SELECT * FROM content_end WHERE content = ? ORDER BY offset", arguments: [id]
        ).compactMap(ContentEnd.init)
    }
}

extension ContentEnd {
    fileprivate init?(_ row: Row) {
        guard let tag = Fingerprint.list(row["tag"] as Data).first else { return nil }
        self.init(offset: row["offset"], tag: tag, isWithinLine: row["within_line"])
    }
}
