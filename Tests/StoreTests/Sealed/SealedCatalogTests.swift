import Events
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

@Suite("Sealed files on record")
struct SealedCatalogTests {
    /// 2026-03-01.
    private static let day = Day(number: 20_513)
    private let place: TemporaryStore
    private let writer: Writer
    private var catalog: Catalog { place.store.catalog }

    init() throws {
        place = try TemporaryStore()
        writer = try place.store.takeWriter(host: "a")
    }

    private static func pair(_ kind: RetentionClass, _ day: Day = day) -> PairName {
        switch kind {
        case .requests: .request(3)
        case .corrections: .correction(4)
        case .misuse, .illegal, .order: .hold(5, day)
        default: .day(day, turn: 1)
        }
    }

    /// Stages a file that holds nothing of what it should.
    private func stage(_ kind: RetentionClass, _ day: Day = day, to pair: PairName? = nil) throws -> SealedFile {
        try writer.stageDocument(
            Array("\(kind) \(day)".utf8), as: writer.nameSealedFile(kind, of: day), to: pair ?? Self.pair(kind, day))
    }

    private func commit(_ files: [SealedFile], revision: Int64? = nil) throws -> CommitReceipt {
        var commit = Commit()
        commit.sealed = files
        commit.revision = revision
        return try writer.commit(commit)
    }

    private func mode(_ path: String) throws -> Int {
        try #require(
            FileManager.default.attributesOfItem(atPath: "\(place.root)/\(path)")[.posixPermissions] as? Int)
    }

    @Test(
        "A file of each kind lies in a tree of its own, which none but its owner may enter",
        arguments: [
            (RetentionClass.raw, "vault"), (.rejects, "rejects"), (.misuse, "holds/misuse"),
            (.illegal, "holds/illegal"),
            (.order, "holds/order"), (.requests, "requests"), (.corrections, "corrections"),
        ])
    func places(_ kind: RetentionClass, _ tree: String) throws {
        let file = try stage(kind)
        #expect(try commit([file]).sealed == [file])
        let path = "\(tree)/date=2026-03-01/\(file.name.final)"
        #expect(StoreLayout.relativePath(of: file.name) == path)
        #expect(StoredName(path) == .sealed(file.name))
        #expect(place.store.place(of: file) == .final("\(place.root)/\(path)"))
        var folder = path
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            #expect(try mode(folder) == 0o700)
        }
        #expect(try mode(path) == 0o600)
        let source = try #require(try place.store.source(of: file))
        #expect(try source.read(0, 1000) == Array("\(kind) 2026-03-01".utf8))
        #expect(file.lines == 1 && file.bytes == source.size)
    }

    @Test("Pair, supplement and revision are read back", arguments: RetentionClass.sealed)
    func columns(_ kind: RetentionClass) throws {
        var files = [try stage(kind), try stage(kind)]
        if kind.isDayLines { files.append(try stage(kind, to: .day(Self.day, turn: 3))) }
        files[0].supplement = 2
        files[0].revision = .max
        _ = try commit(files)
        #expect(try place.reopened().catalog.sealedFiles(kind, of: Self.day) == files)
        #expect(files.map(\.pair).contains(Self.pair(kind)))
    }

    @Test("A commit gives all lines its revision, and nothing else")
    func revision() throws {
        let files = try RetentionClass.sealed.map { try stage($0) }
        let receipt = try commit(files, revision: 7)
        #expect(receipt.sealed.map(\.revision) == files.map { $0.name.kind.isDayLines ? 7 : 0 })
        #expect(try catalog.sealedFiles().map(\.revision).sorted() == [0, 0, 0, 0, 0, 7, 7])
    }

    @Test("What a version before wrote is of the first pair of its day")
    func migration() throws {
        let path = "\(place.root)/old.sqlite"
        let old = try DatabaseQueue(path: path)
        try CatalogSchema.migrator.migrate(old, upTo: "5")
        try old.write { database in
            for (sequence, kind) in ["raw", "rejects", "misuse"].enumerated() {
                try database.execute(
                    sql: "INSERT INTO sealed_file VALUES ('a-1', ?, ?, '2026-03-01', 12, 345, x'0102')",
                    arguments: [sequence, kind])
            }
        }
        try old.close()
        let catalog = try Catalog(path: path)
        for (sequence, kind) in [RetentionClass.raw, .rejects].enumerated() {
            let name = SealedName(kind: kind, day: Self.day, writer: "a-1", sequence: sequence)
            let expected = SealedFile(
                name: name, lines: 12, bytes: 345, digest: [1, 2], pair: .day(Self.day, turn: 1), supplement: nil,
                revision: 0)
            #expect(try catalog.sealedFiles(kind, of: Self.day) == [expected])
            #expect(try catalog.sealedFile(writer: "a-1", sequence: sequence) == expected)
        }
        #expect(try catalog.sealedDays() == [Self.day])
        // No version has ever written one of a hold: it is not taken for lines of the day.
        #expect(try catalog.sealedFiles(.misuse, of: Self.day) == [])
    }

    @Test("The destruction of a day takes its lines and rejects off the record, and nothing else")
    func destruction() throws {
        let next = Self.day.advanced(by: 1)
        let files = try RetentionClass.sealed.flatMap { [try stage($0), try stage($0, next)] }
        _ = try commit(files)
        #expect(try catalog.sealedDays() == [Self.day, next])
        try catalog.mark([Self.day: "{}"], at: 1)
        try place.store.removeSealedFiles(RetentionClass.dayLines, of: Self.day)
        try catalog.recordDestruction(
            of: Self.day, at: 2, certificate: CertificateRecord(name: "a.json", digest: [1]))
        let left = files.filter { !$0.name.kind.isDayLines || $0.name.day == next }
        #expect(Set(try catalog.sealedFiles()) == Set(left))
        #expect(try left.allSatisfy { try place.store.source(of: $0) != nil })
        #expect(try catalog.sealedDays() == [next])
        #expect(try catalog.storedSealedLines().days == 1)
        #expect(try catalog.daysOnRecord() == [Self.day, next])
    }

    @Test("Days that have held records or requests only have no sealed lines")
    func otherKinds() throws {
        _ = try commit(RetentionClass.sealed.filter { !$0.isDayLines }.map { try stage($0) })
        #expect(try catalog.sealedDays() == [])
        #expect(try catalog.sealedDays(.raw) == [])
        #expect(try catalog.storedSealedLines() == StoredDays(days: 0, first: nil, last: nil, lines: 0, bytes: 0))
        #expect(try catalog.daysOnRecord() == [Self.day])
    }

    @Test("A day that is being destroyed takes no more lines, but what is kept beside them")
    func marked() throws {
        try catalog.mark([Self.day: "{}"], at: 1)
        let files = try RetentionClass.sealed.map { try stage($0) }
        let receipt = try commit(files)
        #expect(receipt.sealed == files.filter { !$0.name.kind.isDayLines })
        #expect(try catalog.sealedFiles().count == 5)
        #expect(try place.staged == [])
    }

    @Test("What a writer that died has put on record gets its name at the next start", arguments: RetentionClass.sealed)
    func recovery(_ kind: RetentionClass) throws {
        let file: SealedFile
        do {
            let dying = try place.store.takeWriter(host: "b")
            file = try dying.stageDocument([1, 2], as: dying.nameSealedFile(kind, of: Self.day), to: Self.pair(kind))
            var commit = Commit()
            commit.sealed = [file]
            _ = try catalog.record(commit, writer: dying.name)
        }
        #expect(place.store.place(of: file).path?.contains("/staging/") == true)
        let store = try place.reopened()
        try store.recover()
        #expect(store.place(of: file) == .final("\(place.root)/\(StoreLayout.relativePath(of: file.name))"))
    }
}
