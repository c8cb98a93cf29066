import Events
import Testing

@testable import Store

@Suite("Paths that prove identifiers, in the catalog")
struct PossessionCatalogTests {
    private let place: TemporaryStore
    private var catalog: Catalog { place.store.catalog }

    init() throws {
        place = try TemporaryStore()
    }

    private static func tag(_ number: UInt64) -> SubjectTag { SubjectTag(high: number, low: 0) }

    private func sight(_ sightings: PossessionSighting...) throws {
        var commit = Commit()
        commit.sightings = sightings
        _ = try place.store.takeWriter(host: "web").commit(commit)
    }

    private func sighting(_ path: UInt64, at time: Int64, _ identifiers: UInt64...) -> PossessionSighting {
        PossessionSighting(
            request: 1, path: Self.tag(path), time: time, identifiers: Set(identifiers.map(Self.tag)))
    }

    @Test("A path is open until every identifier has been seen with it; the first time counts")
    func seen() throws {
        try catalog.expectProof(request: 1, path: Self.tag(10), until: 500, of: [Self.tag(1), Self.tag(2)])
        #expect(try catalog.objectionRevision() == 1)
        let fresh = Possession(
            request: 1, path: Self.tag(10), until: 500, identifiers: [Self.tag(1): nil, Self.tag(2): nil])
        #expect(try catalog.possessions(ofRequest: 1) == [fresh])
        #expect(fresh.seen == nil)
        try sight(sighting(10, at: 300, 1), sighting(10, at: 310), sighting(10, at: 320), sighting(11, at: 1, 2))
        let seen = Possession(
            request: 1, path: Self.tag(10), until: 500, identifiers: [Self.tag(1): 300, Self.tag(2): nil],
            seenWithout: 310)
        #expect(try place.reopened().catalog.openPossessions() == [seen])
        #expect(seen.seen == 300)
        try sight(sighting(10, at: 400, 1, 2))
        #expect(try catalog.openPossessions() == [])
        #expect(try catalog.possessions(ofRequest: 1).map(\.identifiers) == [[Self.tag(1): 300, Self.tag(2): 400]])
    }

    @Test("A request can be given another path, and forgets all of them at once")
    func several() throws {
        try catalog.expectProof(request: 1, path: Self.tag(10), until: 500, of: [Self.tag(1)])
        try catalog.expectProof(request: 1, path: Self.tag(11), until: 900, of: [Self.tag(1)])
        try catalog.expectProof(request: 2, path: Self.tag(12), until: 900, of: [Self.tag(1)])
        #expect(try catalog.possessions(ofRequest: 1).map(\.until) == [500, 900])
        try catalog.forgetPossessions(ofRequest: 1)
        #expect(try catalog.openPossessions().map(\.request) == [2])
        #expect(try catalog.objectionRevision() == 4)
        try sight(sighting(10, at: 1, 1))
        #expect(try catalog.possessions(ofRequest: 1) == [])
    }
}
