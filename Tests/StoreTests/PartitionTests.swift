import Events
import Parquet
import TestSupport
import Testing

@testable import Store

@Suite("Partition files")
struct PartitionTests {
    /// 2026-03-01.
    private static let epoch = Epoch(day: Day(number: 20_513), supplement: 2)
    private let place: TemporaryStore
    private let writer: Writer

    init() throws {
        place = try TemporaryStore()
        writer = try place.store.takeWriter(host: "web")
    }

    private func parquet(_ file: PartitionFile) throws -> ParquetFile<FileSource> {
        try ParquetFile(FileSource(path: "\(place.store.layout.staging)/\(file.name.inProgress)"))
    }

    private func read(_ file: PartitionFile) throws -> [[EventRow]] {
        let reader = try writer.reader(of: file)
        return try (0..<reader.rowGroupCount).map { try reader.read(rowGroup: $0, .everything).spelledOut }
    }

    @Test("What is written is read back, row group by row group", arguments: 0..<24)
    func roundTrip(_ seed: UInt64) throws {
        var events = RandomEvents(seed: seed)
        events.absence = [0, 0.2, 0.9, 1][Int(seed % 4)]
        var batches: [EventBatch] = []
        for _ in 0..<Int.random(in: 1...3, using: &events.random) {
            let rows = [1, 2, 9, 300].randomElement(using: &events.random)!
            var batch = events.batch(Self.epoch, rows: rows)
            if seed.isMultiple(of: 2) {
                batch.tie = (0..<rows).map { _ in Int32.random(in: 0 ... .max, using: &events.random) }
            } else {
                batch.visit = (0..<rows).map { _ in Int64.random(in: 0 ... .max, using: &events.random) }
                batch.sequence = (0..<rows).map { _ in Int32.random(in: 0 ... .max, using: &events.random) }
            }
            batches.append(batch)
        }
        let staged = try writer.beginFile(Self.epoch)
        for batch in batches { try staged.append(batch) }
        let file = try staged.finish(policy: "p", closed: false)
        #expect(file.rows == batches.reduce(0) { $0 + $1.rowCount })
        #expect(try read(file) == batches.map(\.spelledOut))
    }

    @Test("Columns with more distinct values than a dictionary holds are read back")
    func manyValues() throws {
        var batch = EventBatch(epoch: Self.epoch)
        let rows = 90_000
        batch.time = (0..<Int64(rows)).map { 1_772_000_000 + $0 / 7 }
        let paths = (0..<rows).map { "/a/rather/long/path/that/nobody/else/has/seen/\($0)" }
        let indices = (0..<UInt32(rows)).map { $0.isMultiple(of: 5) ? absentIndex : UInt32(rows) - 1 - $0 }
        batch[.kind] = TextColumn(dictionary: ByteDictionary(["request"]), indices: [UInt32](repeating: 0, count: rows))
        batch[.resolution] = TextColumn(
            dictionary: ByteDictionary(["second"]), indices: [UInt32](repeating: 0, count: rows))
        batch[.path] = TextColumn(dictionary: ByteDictionary(paths), indices: indices)
        batch[.visitor] = PseudonymColumn(
            dictionary: (0..<rows).map { RandomEvents.pseudonym(.visitor, $0) }, indices: indices)
        let file = try writer.stage(Self.epoch, batch)
        let metadata = try parquet(file)
        let plain = metadata.schema.columns.enumerated().filter { ["path", "visitor"].contains($0.element.name) }
            .map { metadata.rowGroups[0].columns[$0.offset].isDictionaryCoded }
        #expect(plain == [false, false])
        let back = try writer.reader(of: file).read(rowGroup: 0, .everything)
        for row in stride(from: 0, to: rows, by: 101) {
            let path = back[.path].index(row)
            let visitor = back[.visitor].index(row)
            let expected = indices[row]
            #expect((path == absentIndex) == (expected == absentIndex))
            #expect((visitor == absentIndex) == (expected == absentIndex))
            guard expected != absentIndex else { continue }
            #expect(back[.path].dictionary.text(Int(path)) == paths[Int(expected)])
            #expect(back[.visitor].dictionary[Int(visitor)] == batch[.visitor].dictionary[Int(expected)])
        }
    }

    @Test("A partition without rows is a valid file")
    func noRows() throws {
        let file = try writer.stage(Self.epoch)
        #expect(file.rows == 0)
        #expect(try read(file) == [])
        let columns = try parquet(file).schema.columns
        #expect(columns.map(\.name) == PartitionSchema.parquet.columns.map(\.name))
        let empty = try writer.stage(Self.epoch, EventBatch(epoch: Self.epoch))
        #expect(try read(empty).joined().isEmpty)
    }

    @Test("A projection reads only what it names")
    func projection() throws {
        var events = RandomEvents(seed: 5)
        events.absence = 0
        var batch = events.batch(Self.epoch, rows: 20)
        batch.tie = [Int32](repeating: 3, count: 20)
        let file = try writer.stage(Self.epoch, batch)
        let projection = PartitionReader.Projection(
            texts: [.path], identities: [.network], numbers: [.bytes], flags: [.robot], order: false)
        let back = try writer.reader(of: file).read(rowGroup: 0, projection)
        #expect(back.time == batch.time)
        #expect(back.spelledOut.map { $0[.path] } == batch.spelledOut.map { $0[.path] })
        #expect(back.spelledOut.map { $0[.network] } == batch.spelledOut.map { $0[.network] })
        #expect(back[.bytes].values == batch[.bytes].values)
        #expect(back[.robot] == batch[.robot])
        #expect(back.tie == [])
        for field in EventField.Text.allCases where field != .path { #expect(back[field].indices.isEmpty) }
        for field in EventField.Identity.allCases where field != .network { #expect(back[field].indices.isEmpty) }
    }

    @Test("The footer says what the file is", arguments: [false, true])
    func metadata(closed: Bool) throws {
        let staged = try writer.beginFile(Self.epoch)
        let metadata = try parquet(try staged.finish(policy: "0123abcd", closed: closed)).metadata
        let notes = metadata.keyValues.filter { $0.key.hasPrefix("footfall.") }
        #expect(
            notes == [
                .init("footfall.format", "1"), .init("footfall.policy", "0123abcd"),
                .init("footfall.epoch", "2026-03-01.s2"),
                .init("footfall.supplement", "2"), .init("footfall.writer", "web-1"),
                .init("footfall.closed", closed ? "true" : "false"),
            ])
    }

    @Test("Neither identities nor free texts nor the order of rows stand in the footer")
    func statistics() throws {
        var events = RandomEvents(seed: 6)
        events.absence = 0
        var batch = events.batch(Self.epoch, rows: 50)
        batch.visit = [Int64](repeating: 5, count: 50)
        batch.sequence = [Int32](repeating: 5, count: 50)
        batch.tie = [Int32](repeating: 5, count: 50)
        let file = try parquet(try writer.stage(Self.epoch, batch))
        var withBounds: Set<String> = []
        for (column, chunk) in zip(file.schema.columns, file.rowGroups[0].columns) {
            if chunk.statistics?.minimum != nil || chunk.statistics?.maximum != nil { withBounds.insert(column.name) }
        }
        let secret: Set = [
            "visitor", "network", "device", "tie", "visit", "seq", "name", "host", "path", "referrer_domain", "keyword",
            "utm_source", "utm_medium", "utm_campaign", "search_words",
        ]
        #expect(withBounds.isDisjoint(with: secret))
        #expect(withBounds.isSuperset(of: ["time", "kind", "status", "browser"]))
        for (column, chunk) in zip(file.schema.columns, file.rowGroups[0].columns) {
            let isIdentity = EventField.Identity.allCases.contains { $0.name == column.name }
            #expect(chunk.codec == (isIdentity ? .uncompressed : .gzip), "\(column.name)")
        }
    }

    @Test("Every field has its column, once, and every file has the same ones")
    func schema() {
        let names = PartitionSchema.parquet.columns.map(\.name)
        let fields =
            EventField.Text.allCases.map(\.name) + EventField.Identity.allCases.map(\.name)
            + EventField.Number.allCases.map(\.name) + EventField.Flag.allCases.map(\.name)
            + ["time", "tie", "visit", "seq"]
        #expect(names.count == fields.count)
        #expect(Set(names) == Set(fields))
    }

    @Test("A damaged file is refused with its path, and without its content")
    func damaged() throws {
        let path = place.store.layout.events + "/bad.parquet"
        let file = try FileSystem.createFile(path)
        try FileSystem.writeAll(Array("PAR1 something secret PAR1".utf8).span, to: file)
        let error = #expect(throws: StoreError.self) { _ = try PartitionReader(path: path, epoch: Self.epoch) }
        #expect(error?.kind == .damaged)
        #expect(error?.message.contains(path) == true)
        #expect(error?.message.contains("secret") == false)
    }

    @Test("A column of another type is refused, not misread")
    func wrongType() {
        var batch = EventBatch(epoch: Self.epoch)
        for (values, name) in [
            (ColumnValues.boolean([true]), "time"), (.int64([1]), "path"), (.int32([1]), "visitor"),
            (.int64([1]), "robot"),
            (.int64([1]), "no_such_column"),
        ] {
            let error = #expect(throws: StoreError.self) { try batch.set(values, column: name) }
            #expect(error?.kind == .damaged)
        }
    }
}
