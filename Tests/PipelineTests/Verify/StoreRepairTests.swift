import Events
import Foundation
import Privacy
import Testing

@testable import Pipeline
@testable import Store

@Suite("A repair of a store")
struct StoreRepairTests {
    private let store: VerifiedStore

    init() throws {
        store = try VerifiedStore()
    }

    /// A name in the folder of one file that has a number which was drawn and is no longer on record.
    private func drawn(_ file: String) throws -> String {
        let number = try store.jobs.store.catalog.drawSequence("test-1")
        let parts = file.split(separator: "/").dropLast().joined(separator: "/")
        return "\(parts)/test-1-\(number).\(file.hasSuffix("sealed") ? "sealed" : "parquet")"
    }

    @Test("What a writer that died has left is removed, and nothing on record is touched")
    func leftovers() throws {
        let before = try store.contents()
        try store.write([1], to: "staging/.gone-1-0.inprogress")
        try store.write([1], to: "staging/certificate-2026-03-08-raw.json")
        try store.write([1], to: "staging/date=2026-06-08-g1/test-1-1-g1.parquet")
        let found = try store.verify()
        #expect(found.findings.map(\.kind) == [.leftover, .leftover, .leftover], "\(found.findings)")
        let report = try store.verify(repairs: true)
        #expect(report.isGood, "\(report.findings)")
        #expect(report.repaired == found.findings)
        #expect(try store.contents() == before)
        let log = String(decoding: try store.bytes("audit.log"), as: UTF8.self)
        #expect(log.contains(#""event":"repair""#))
    }

    @Test("What is on record and has not its name yet is given it")
    func unfinished() throws {
        let file = try #require(try store.jobs.store.catalog.files(of: VerifiedStore.days[1]).first)
        let sealed = try #require(try store.sealed().first)
        let before = try store.contents()
        for (path, writer, sequence) in [
            (try store.partitions()[0], file.name.writer, file.name.sequence),
            (StoreLayout.relativePath(of: sealed.name), sealed.name.writer, sealed.name.sequence),
        ] {
            try store.write(store.bytes(path), to: "staging/.\(writer)-\(sequence).inprogress")
            try store.remove(path)
        }
        #expect(try store.verify(withKey: true).findings.map(\.kind) == [.unfinished, .unfinished])
        let report = try store.verify(withKey: true, repairs: true)
        #expect(report.isGood && report.repaired.map(\.kind) == [.unfinished, .unfinished])
        #expect(try store.contents() == before)
    }

    @Test("The exchange of a folder that was on record is done")
    func exchange() throws {
        let before = try store.contents()
        let day = VerifiedStore.days[0]
        let live = "\(store.path)/events/date=\(day)"
        try FileManager.default.moveItem(atPath: live, toPath: "\(store.path)/staging/date=\(day)-g1")
        try store.write([1], to: "events/date=\(day)/test-1-1.parquet")
        #expect(try store.verify().findings.map(\.kind) == [.unfinished])
        let report = try store.verify(repairs: true)
        #expect(report.isGood && report.repaired.map(\.kind) == [.unfinished])
        #expect(try store.contents() == before)
    }

    @Test("Files whose number was given and is no longer on record are removed")
    func orphans() throws {
        let before = try store.contents()
        let names = [
            try drawn(store.partitions()[0]), try drawn(StoreLayout.relativePath(of: store.sealed()[0].name)),
        ]
        for name in names { try store.write([1], to: name) }
        let report = try store.verify(repairs: true)
        #expect(report.isGood && Set(report.repaired.map(\.file)) == Set(names), "\(report)")
        #expect(try store.contents() == before)
    }

    @Test("Of a living writer nothing is removed")
    func living() throws {
        let name = try drawn(store.partitions()[0])
        try store.write([1], to: name)
        let writer = try store.jobs.store.takeWriter(host: "test")
        let report = try store.verify(repairs: true)
        #expect(report.repaired == [] && report.findings.map(\.file) == [name])
        withExtendedLifetime(writer) {}
    }

    @Test("Where the catalog is older than the files, nothing of theirs is removed")
    func olderCatalog() throws {
        let name = try drawn(store.partitions()[0])
        try store.write([1], to: name)
        let later = "events/date=\(VerifiedStore.days[1])/test-1-900.parquet"
        try store.write([1], to: later)
        let before = try store.contents()
        let report = try store.verify(repairs: true)
        #expect(report.repaired == [] && Set(report.findings.map(\.file)) == [name, later])
        #expect(try store.contents() == before)
    }
}
