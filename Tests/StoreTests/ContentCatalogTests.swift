import Events
import Testing

@testable import Store

@Suite("Known contents on record")
struct ContentCatalogTests {
    private static let key = ContentKeyName(month: "2026-03", scope: "")
    private let place: TemporaryStore
    private var catalog: Catalog { place.store.catalog }

    init() throws {
        place = try TemporaryStore()
    }

    private static func tags(_ numbers: some Sequence<Int>) -> [Fingerprint] {
        numbers.map { Fingerprint(high: UInt64($0) << 60 | 1, low: UInt64($0)) }
    }

    /// A content of blocks numbered as `blocks` says, whose first block's number makes it what it is.
    private static func update(
        _ blocks: [Int], key: ContentKeyName = key, content: Int64? = nil, firstBlock: Int = 0, firstLine: Int = 0,
        lines: Int = 2, offset: Int64 = 100, end: Int = 9, isWithinLine: Bool = false, previousEnd: Int64? = nil,
        firstTag: Int? = nil
    ) -> ContentUpdate {
        ContentUpdate(
            content: content, key: key, firstBlock: firstBlock,
            firstTag: (firstTag ?? (firstBlock == 0 ? blocks.first : nil)).map { tags([$0])[0] },
            start: nil, tags: tags(blocks), firstLine: firstLine,
            lines: SealedLineTags(count: lines, bytes: [UInt8](repeating: UInt8(firstLine), count: lines * 2)),
            ends: [ContentEnd(offset: offset, tag: tags([end])[0], isWithinLine: isWithinLine)],
            previousEnd: previousEnd)
    }

    @discardableResult
    private func record(
        _ updates: ContentUpdate..., since revision: Int64? = nil
    ) throws -> (places: [ContentPlace], revision: Int64) {
        var commit = Commit()
        commit.inputs = [
            InputUpdate(contents: updates, source: nil, revision: try revision ?? catalog.contentRevision())
        ]
        let receipt = try catalog.record(commit, writer: "a-1")
        return (receipt.places[0], receipt.revision)
    }

    private func content(_ firstBlock: Int, key: ContentKeyName = key) throws -> KnownContent? {
        try catalog.contents(key, firstTag: Self.tags([firstBlock])[0]).first
    }

    @Test("A content is found by its first block, with all it has on record")
    func lookup() throws {
        let receipt = try record(Self.update([1, 2, 3], lines: 5, offset: 300, end: 8, isWithinLine: true))
        let found = try #require(try content(1))
        #expect(receipt.places.map(\.content) == [found.id])
        #expect(found.blockCount == 3)
        #expect(found.lineCount == 5)
        #expect(found.length == 300)
        #expect(found.ends == [ContentEnd(offset: 300, tag: Self.tags([8])[0], isWithinLine: true)])
        #expect(try catalog.blockTags(of: found.id, from: 0, count: 10) == Self.tags([1, 2, 3]))
        #expect(try content(2) == nil)
        #expect(try catalog.contentRevision() == receipt.revision)
    }

    @Test("Months and scopes are kept apart")
    func scopes() throws {
        let keys = [
            Self.key, ContentKeyName(month: "2026-04", scope: ""), ContentKeyName(month: "2026-03", scope: "web"),
            ContentKeyName(month: "2025-12", scope: "web"),
        ]
        for key in keys { try record(Self.update([1], key: key)) }
        let ids = try keys.map { try content(1, key: $0)?.id }
        #expect(Set(ids).count == 4)
        #expect(!ids.contains(nil))
        #expect(try catalog.contentKeys(scope: "web").map(\.month) == ["2026-03", "2025-12"])
        #expect(try catalog.contentKeys(scope: "other") == [])
    }

    @Test("An update can bring several ends: the run's own moves to the first, and the last one moves next")
    func severalEnds() throws {
        let ends = [100, 200, 300].map { ContentEnd(offset: $0, tag: Self.tags([5])[0], isWithinLine: false) }
        let first = try record(Self.update([1], offset: 50)).places[0]
        var update = Self.update([2], content: first.content, firstBlock: 1, firstLine: 2, previousEnd: first.end)
        update.firstTag = Self.tags([1])[0]
        update.ends = ends
        let second = try record(update).places[0]
        #expect(try content(1)?.ends == ends)
        #expect(try content(1)?.length == 300)
        #expect(second.content == first.content)
        #expect(second.end != first.end)
    }

    @Test("What other updates tell in parts is no conflict")
    func aside() throws {
        let revision = try catalog.contentRevision()
        try record(Self.update([1, 2]))
        var update = Self.update([1, 2, 3])
        #expect(throws: StoreError.self) { try record(update, since: revision) }
        update.isAside = true
        try record(update, since: revision)
    }

    @Test("A run moves its own end forward; another run adds an end")
    func growth() throws {
        let first = try record(Self.update([1, 2], offset: 100, end: 4)).places[0]
        let second = try record(
            Self.update(
                [3], content: first.content, firstBlock: 2, firstLine: 2, offset: 200, end: 5, previousEnd: first.end,
                firstTag: 1)
        ).places[0]
        #expect(second == first)
        #expect(try content(1)?.ends.map(\.offset) == [200])
        let third = try record(
            Self.update(
                [4, 5], content: first.content, firstBlock: 3, firstLine: 4, lines: 3, offset: 500, end: 6, firstTag: 1)
        ).places[0]
        #expect(third.content == first.content)
        #expect(third.end != first.end)
        let grown = try #require(try content(1))
        #expect(grown.ends.map(\.offset) == [200, 500])
        #expect(grown.ends.map(\.tag) == Self.tags([5, 6]))
        #expect(grown.length == 500)
        #expect(grown.blockCount == 5)
        #expect(grown.lineCount == 7)
        // Two commits moved it on by one block each time, one by two.
        #expect(try catalog.blockTags(of: first.content, from: 0, count: 10) == Self.tags([1, 2]))
        #expect(try catalog.blockTags(of: first.content, from: 1, count: 10) == Self.tags([2]))
        #expect(try catalog.blockTags(of: first.content, from: 2, count: 10) == Self.tags([3]))
        #expect(try catalog.blockTags(of: first.content, from: 3, count: 1) == Self.tags([4]))
        #expect(try catalog.blockTags(of: first.content, from: 4, count: 10) == Self.tags([5]))
        #expect(try catalog.blockTags(of: first.content, from: 5, count: 10) == [])
    }

    @Test("The tags of lines come from the run that holds the first one on")
    func lines() throws {
        let place = try record(Self.update([1], lines: 4)).places[0]
        try record(
            Self.update([], content: place.content, firstBlock: 1, firstLine: 4, lines: 3, offset: 200, firstTag: 1))
        try record(
            Self.update([], content: place.content, firstBlock: 1, firstLine: 7, lines: 0, offset: 201, firstTag: 1))
        try record(
            Self.update([], content: place.content, firstBlock: 1, firstLine: 7, lines: 2, offset: 300, firstTag: 1))
        func runs(_ first: Int) throws -> [Int] { try catalog.lineTags(of: place.content, first..<100).map(\.first) }
        #expect(try runs(0) == [0, 4, 7])
        #expect(try runs(3) == [0, 4, 7])
        #expect(try runs(4) == [4, 7])
        #expect(try runs(8) == [7])
        #expect(try runs(9) == [])
        #expect(try catalog.lineTags(of: place.content, 0..<4).map(\.first) == [0])
        #expect(
            try catalog.lineTags(of: place.content, 4..<100)[0].lines
                == SealedLineTags(count: 3, bytes: [4, 4, 4, 4, 4, 4]))
    }

    @Test(
        "Before the first block is complete, contents that end within it are found, and whether there are longer ones")
    func short() throws {
        try record(Self.update([], offset: 20, end: 3))
        var found = try catalog.contentsBeforeFirstBlock(Self.key, blockLength: 32)
        #expect(found.contents.map(\.length) == [20])
        #expect(!found.anyLonger)
        try record(Self.update([1], offset: 33, end: 4))
        found = try catalog.contentsBeforeFirstBlock(Self.key, blockLength: 32)
        #expect(found.contents.map(\.length) == [20])
        #expect(found.anyLonger)
        let elsewhere = ContentKeyName(month: "2026-03", scope: "web")
        #expect(try catalog.contentsBeforeFirstBlock(elsewhere, blockLength: 32).contents.isEmpty)
    }

    @Test("A content that another run has recorded since is a conflict, on as many blocks as both have")
    func conflicts() throws {
        let before = try catalog.contentRevision()
        try record(Self.update([1, 2, 3]))
        for blocks in [[1], [1, 2], [1, 2, 3], [1, 2, 3, 4]] {
            let error = #expect(throws: StoreError.self) { try record(Self.update(blocks, end: 5), since: before) }
            #expect(error?.kind == .busy)
        }
        try record(Self.update([1, 7], end: 5), since: before)
        try record(Self.update([4, 2, 3], end: 5), since: before)
    }

    @Test("What was on record when a run began is no conflict")
    func earlierRecords() throws {
        try record(Self.update([1, 2, 3]))
        try record(Self.update([1, 2, 3, 4]))
        #expect(try catalog.contents(Self.key, firstTag: Self.tags([1])[0]).count == 2)
    }

    @Test("Content shorter than a block is a conflict if it ends alike")
    func shortConflicts() throws {
        let before = try catalog.contentRevision()
        try record(Self.update([], offset: 20, end: 3))
        let error = #expect(throws: StoreError.self) { try record(Self.update([], offset: 20, end: 3), since: before) }
        #expect(error?.kind == .busy)
        try record(Self.update([], offset: 20, end: 4), since: before)
    }

    @Test("Growing what another run has grown since is a conflict")
    func growthConflict() throws {
        let place = try record(Self.update([1, 2])).places[0]
        let before = try catalog.contentRevision()
        try record(Self.update([3], content: place.content, firstBlock: 2, firstLine: 2, offset: 200, firstTag: 1))
        let late = Self.update(
            [4], content: place.content, firstBlock: 2, firstLine: 2, offset: 210, end: 5, firstTag: 1)
        let error = #expect(throws: StoreError.self) { try record(late, since: before) }
        #expect(error?.kind == .busy)
        // Even within one block, where the number of blocks tells nothing.
        let now = try catalog.contentRevision()
        try record(
            Self.update([], content: place.content, firstBlock: 3, firstLine: 4, lines: 1, offset: 220, firstTag: 1))
        let same = Self.update(
            [], content: place.content, firstBlock: 3, firstLine: 4, lines: 1, offset: 215, firstTag: 1)
        let second = #expect(throws: StoreError.self) { try record(same, since: now) }
        #expect(second?.kind == .busy)
    }

    @Test("Two contents of one commit do not conflict with each other")
    func oneCommit() throws {
        let receipt = try record(Self.update([1, 2], end: 4), Self.update([1, 2], end: 5))
        #expect(receipt.places.count == 2)
        #expect(Set(receipt.places.map(\.content)).count == 2)
    }

    @Test("A commit that conflicts leaves nothing on record")
    func nothingOnRecord() throws {
        let before = try catalog.contentRevision()
        try record(Self.update([1]))
        #expect(throws: StoreError.self) { try record(Self.update([5]), Self.update([1], end: 5), since: before) }
        #expect(try content(5) == nil)
    }
}
