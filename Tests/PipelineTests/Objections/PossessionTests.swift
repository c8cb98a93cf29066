import Events
import Foundation
import Privacy
import Store
import Testing

@testable import Pipeline

@Suite("Proving that an identifier is one's own")
struct PossessionTests {
    private static let path = ProofPaths.prefix + "k3f9"

    private func expectProof(_ store: ObjectedStore, of cookies: String...) throws {
        let tagger = try store.tagger()
        let tags = cookies.flatMap { tagger.tags(of: SubjectIdentifier(.cookie, Array($0.utf8))) }
        let until = try #require(InstantText.milliseconds("2026-03-01T12:00Z"))
        try store.catalog.expectProof(
            request: 1, path: tagger.targetTag(Array(Self.path.utf8).span), until: until, of: Set(tags))
    }

    private func possession(_ store: ObjectedStore) throws -> Possession {
        try #require(store.catalog.possessions(ofRequest: 1).first)
    }

    @Test(
        "A line in time with path and identifier proves it, and is an event like any other",
        arguments: Retention.Basis.allCases)
    func proof(_ basis: Retention.Basis) throws {
        let store = try ObjectedStore(basis)
        let lines = [
            store.line(["cookie": "kim", "request_uri": Self.path], at: "2026-03-01T11:00:00Z"),
            store.line(["cookie": "kim", "request_uri": Self.path + "?again"], at: "2026-03-01T12:00:00Z"),
        ]
        try store.read([
            { _ in try expectProof(store, of: "kim", "lee") }, { try $0.write(lines[0].text, lines[1].text) },
        ])
        let possession = try possession(store)
        #expect(possession.seen == InstantText.milliseconds("2026-03-01T11:00Z"))
        #expect(possession.identifiers.values.count(where: { $0 != nil }) == 1)
        #expect(possession.seenWithout == nil)
        #expect(try store.stored() == [1, 2])
    }

    @Test("A line without the identifier proves nothing, and it is told that the path was seen")
    func without() throws {
        let store = try ObjectedStore()
        try expectProof(store, of: "kim")
        let lines = [
            store.line(["cookie": "ann", "request_uri": Self.path]), store.line(["request_uri": Self.path]),
            store.line(["cookie": "kim", "request_uri": ProofPaths.prefix + "other"]), store.line(["cookie": "kim"]),
        ]
        try store.read([{ try $0.write(lines[0].text, lines[1].text, lines[2].text, lines[3].text) }])
        #expect(try possession(store).seen == nil)
        #expect(try possession(store).seenWithout == InstantText.milliseconds("2026-03-01T10:00Z"))
        #expect(try store.stored() == [1, 2, 3, 4])
    }

    @Test("A line after the time proves nothing")
    func late() throws {
        let store = try ObjectedStore()
        try expectProof(store, of: "kim")
        let lines = ["kim", "ann"].map {
            store.line(["cookie": $0, "request_uri": Self.path], at: "2026-03-01T12:00:01Z")
        }
        try store.read([{ try $0.write(lines[0].text, lines[1].text) }])
        #expect(try possession(store).seen == nil)
        #expect(try possession(store).seenWithout == nil)
    }

    @Test("Somebody who objects proves it as well", arguments: Retention.Basis.allCases)
    func objector(_ basis: Retention.Basis) throws {
        let store = try ObjectedStore(basis)
        try expectProof(store, of: "kim")
        try store.object(request: 2, .cookie, "kim")
        let line = store.line(["cookie": "kim", "request_uri": Self.path])
        try store.read([{ try $0.write(line.text) }])
        #expect(try possession(store).seen != nil)
        #expect(try store.stored() == [])
        try store.jobs.store.drainObjections(before: 9, waiting: false)
    }
}
