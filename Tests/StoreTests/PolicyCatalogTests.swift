import Events
import Testing

@testable import Store

@Suite("Versions of the policy in the catalog")
struct PolicyCatalogTests {
    private static let today = Day(number: 20_513)
    private let place: TemporaryStore
    private var catalog: Catalog { place.store.catalog }

    init() throws {
        place = try TemporaryStore()
    }

    private func version(_ number: Int, published: Int = 0, effective: Int = 0, withdrawn: Int? = nil) -> PolicyVersion
    {
        PolicyVersion(
            number: number, digest: "d\(number)", text: "site: \(number)\n",
            published: Self.today.advanced(by: published),
            effective: Self.today.advanced(by: effective), withdrawn: withdrawn.map(Self.today.advanced))
    }

    @Test("Versions come back as they were recorded, also for another process")
    func comeBack() throws {
        #expect(try catalog.policyVersions() == [])
        let versions = [version(1), version(2, published: 1, effective: 31)]
        for version in versions { #expect(try catalog.record(version)) }
        #expect(try place.reopened().catalog.policyVersions() == versions)
    }

    @Test("Of two processes that record the same number, the first wins")
    func race() throws {
        #expect(try catalog.record(version(1)))
        #expect(try !place.reopened().catalog.record(version(1, published: 3, effective: 3)))
        #expect(try catalog.policyVersions() == [version(1)])
        #expect(try !catalog.record(version(3)))
    }

    @Test("A version withdraws those whose day has not come, and no other")
    func withdrawal() throws {
        #expect(try catalog.record(version(1)))
        #expect(try catalog.record(version(2, published: 1, effective: 31)))
        #expect(try catalog.record(version(3, published: 31, effective: 60)))
        #expect(try catalog.record(version(4, published: 40, effective: 40)))
        #expect(
            try catalog.policyVersions() == [
                version(1), version(2, published: 1, effective: 31),
                version(3, published: 31, effective: 60, withdrawn: 40), version(4, published: 40, effective: 40),
            ])
        #expect(try catalog.record(version(5, published: 41, effective: 50)))
        try catalog.withdrawPolicies(announcedOn: Self.today.advanced(by: 50))
        #expect(try catalog.policyVersions().last?.withdrawn == nil)
        try catalog.withdrawPolicies(announcedOn: Self.today.advanced(by: 49))
        #expect(try catalog.policyVersions().last?.withdrawn == Self.today.advanced(by: 49))
    }
}
