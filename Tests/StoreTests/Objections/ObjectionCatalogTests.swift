import Events
import Testing

@testable import Store

@Suite("The list of objections in the catalog")
struct ObjectionCatalogTests {
    private static let day = Day(number: 20_513)
    private let place: TemporaryStore
    private var catalog: Catalog { place.store.catalog }

    init() throws {
        place = try TemporaryStore()
    }

    private static func tag(_ number: UInt64) -> SubjectTag { SubjectTag(high: number, low: .max - number) }

    @Test("An objection counts from the revision that brings it until the one that lifts it")
    func revisions() throws {
        #expect(try catalog.objectionRevision() == 0)
        #expect(try catalog.objections(at: 0) == [])
        #expect(try catalog.object(request: 7, [(Self.tag(1), nil), (Self.tag(2), Self.day)]) == 1)
        #expect(try catalog.object(request: 8, [(Self.tag(1), nil)]) == 2)
        #expect(try catalog.liftObjections(ofRequest: 7) == 3)
        let first = Objection(request: 7, tag: Self.tag(1), day: nil, since: 1, until: 3)
        let second = Objection(request: 7, tag: Self.tag(2), day: Self.day, since: 1, until: 3)
        let third = Objection(request: 8, tag: Self.tag(1), day: nil, since: 2)
        let other = try place.reopened().catalog
        #expect(try other.objectionRevision() == 3)
        #expect(
            try (0...4).map { try other.objections(at: $0) } == [
                [], [first, second], [first, second, third], [third], [third],
            ])
    }

    @Test("A retroactive objection counts for what was there before it beside what comes, and ends like any other")
    func retroactive() throws {
        try catalog.object(request: 1, [(Self.tag(1), nil)])
        try catalog.object(request: 2, [(Self.tag(2), nil)], isRetroactive: true)
        #expect(try (0...2).map { try catalog.objections(at: $0).map(\.request) } == [[2], [1, 2], [1, 2, 2]])
        try catalog.liftObjections(ofRequest: 2)
        #expect(try catalog.objections(at: 3).map(\.request) == [1])
    }

    @Test("What has been lifted is not lifted again")
    func liftedOnce() throws {
        try catalog.object(request: 1, [(Self.tag(1), nil)])
        try catalog.liftObjections(ofRequest: 1)
        try catalog.liftObjections(ofRequest: 1)
        #expect(try catalog.objections(at: 1).map(\.until) == [2])
        #expect(try catalog.objectionRevision() == 3)
    }

    @Test("Each change has a revision of its own, whoever makes it")
    func concurrent() throws {
        let others = try (0..<4).map { _ in try place.reopened().catalog }
        var revisions: [Int64] = []
        for round in 0..<5 {
            for (number, other) in others.enumerated() {
                revisions.append(try other.object(request: Int64(round * 4 + number), [(Self.tag(1), nil)]))
            }
        }
        #expect(revisions == Array(1...20))
        #expect(try catalog.objections(at: 20).map(\.since) == revisions)
    }
}
