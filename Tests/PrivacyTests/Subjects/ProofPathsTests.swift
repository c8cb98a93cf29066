import Events
import Intake
import Testing

@testable import Privacy

@Suite("Paths that prove identifiers")
struct ProofPathsTests {
    private static let path = ProofPaths.prefix + "k3f9"
    private let tagger = SubjectTaggerTests.tagger()

    private func tag(of path: String) -> SubjectTag { tagger.targetTag(Array(path.utf8).span) }

    @Test("A path is found in whatever form a target comes, with the strong identifiers of the row")
    func found() {
        let rows = [
            RawRow([.target: "/", .cookie: "abc"]),
            RawRow([.target: Self.path, .cookie: "abc", .client: "203.0.113.9"]),
            RawRow([.target: Self.path + "?x=1"]), RawRow([.target: "https://example.org\(Self.path)", .user: "kim"]),
            RawRow([.target: ProofPaths.prefix]), RawRow([.target: "/a" + Self.path]),
            RawRow([.target: Self.path.uppercased()]), RawRow([.cookie: "abc"]),
        ]
        var paths = ProofPaths(tagger)
        let sightings = paths.sightings(in: RawBatch(rows), from: 0)
        #expect(sightings.map(\.row) == [1, 2, 3])
        #expect(sightings.allSatisfy { $0.path == tag(of: Self.path) })
        #expect(
            sightings.map(\.identifiers) == [
                Set(SubjectTaggerTests.tags(.cookie, "abc")), [], [SubjectTaggerTests.tags(.user, "kim")[0]],
            ])
    }

    @Test("A batch is looked through as it grows, and anew when it has been emptied")
    func growing() {
        var paths = ProofPaths(tagger)
        let other = ProofPaths.prefix + "x"
        let rows = [Self.path, "/", other, Self.path].map { RawRow([.target: $0]) }
        #expect(paths.sightings(in: RawBatch(Array(rows[..<2])), from: 0).map(\.row) == [0])
        let grown = paths.sightings(in: RawBatch(rows), from: 2)
        #expect(grown.map(\.row) == [2, 3])
        #expect(grown.map(\.path) == [other, Self.path].map(tag))
        paths.reset()
        #expect(
            paths.sightings(in: RawBatch([RawRow([.target: "/"]), RawRow([.target: other])]), from: 0).map(\.row) == [1]
        )
    }

    @Test("A batch without targets has none")
    func noTargets() {
        var paths = ProofPaths(tagger)
        #expect(paths.sightings(in: RawBatch([RawRow([.event: "e"])]), from: 0).isEmpty)
    }
}
