import Events
import Privacy
import Store

/// A chain that began at some offset of an input, under one key, with the known contents that agree with it so far.
struct ContentThread {
    /// A known content whose blocks agree with all blocks of the thread.
    ///
    /// Its tags are fetched a page at a time, a small one first: a thousand logs may begin with the same header.
    private struct Candidate {
        private static let firstPage = 16
        private static let pageLimit = 4096

        let content: KnownContent
        private var page: [Fingerprint] = []
        private var pageStart = 0

        init(_ content: KnownContent) {
            self.content = content
        }

        /// Whether the content's block `index` has this tag; blocks are asked for in order.
        mutating func agrees(_ index: Int, _ tag: Fingerprint, _ catalog: Catalog) throws -> Bool {
            if index >= pageStart + page.count {
                let count = min(max(Candidate.firstPage, index), Candidate.pageLimit)
                page = try catalog.blockTags(of: content.id, from: index, count: count)
                pageStart = index
            }
            return index - pageStart < page.count && page[index - pageStart] == tag
        }
    }

    /// A known content that the thread has matched up to one of its ends.
    struct Match {
        /// All contents that end here with these bytes.
        let contents: Set<Int64>
        /// The one that can grow.
        let content: Int64
        let end: ContentEnd
        /// What the content has on record; it can grow in place only if that is exactly what was matched.
        let blockCount: Int
        let lineCount: Int
        let isWhole: Bool
    }

    /// Bytes that known content must have to be recognised within new input: a single equal line may be chance.
    private static let leastProbedLength: Int64 = 512

    let key: ContentKey
    let name: ContentKeyName
    private let catalog: Catalog
    private(set) var chain: ContentChain
    private var hasher: LineHasher
    var record: ThreadRecord
    /// Lines before the current block.
    private var linesBeforeBlock = 0

    /// Before the first block's tag can be compared: the contents with an end within it, and whether any goes beyond.
    ///
    /// Then nil.
    private var early: (contents: [KnownContent], anyLonger: Bool)?
    private var candidates: [Candidate] = []

    /// Whether the thread began within new input because known content may begin there, and not at a known end.
    let isProbe: Bool
    /// Whether the thread may go on record, and is not only compared.
    private let isRecorder: Bool

    /// - Parameter excluded: contents that this input has matched before; each counts once.
    init(
        _ key: ContentKey, _ name: ContentKeyName, startOffset: Int64, catalog: Catalog, excluding excluded: Set<Int64>,
        isProbe: Bool, isRecorder: Bool
    ) throws {
        self.key = key
        self.name = name
        self.catalog = catalog
        self.isProbe = isProbe
        self.isRecorder = isRecorder
        chain = ContentChain(key, startOffset: startOffset)
        hasher = LineHasher(key)
        record = ThreadRecord(key, name)
        let known = try catalog.contentsBeforeFirstBlock(name, blockLength: ContentChain.firstBoundary)
        early = (known.contents.filter { !excluded.contains($0.id) && !isProbe }, known.anyLonger)
    }

    var startOffset: Int64 { chain.startOffset }

    /// Whether some known content may still turn out to be what is being read.
    var isLive: Bool {
        early?.anyLonger == true || agreeing.contains { $0.length > chain.length }
    }

    /// Lines whose tags are held until the next commit.
    var heldLines: Int { record.lineTags.count }

    /// Whether at least one block has been compared with known content and found equal.
    var isVerified: Bool { early == nil && !candidates.isEmpty }

    /// The next offset of the input at which something can be decided; nil for a thread that agrees with nothing.
    var nextStop: Int64? {
        guard isLive else { return nil }
        let ends = agreeing.lazy.flatMap(\.ends).filter { $0.offset > chain.length }
        return ends.reduce(chain.nextBoundary) { min($0, startOffset + $1.offset) }
    }

    /// The known contents that agree so far, or may agree before the first block can be compared.
    private var agreeing: [KnownContent] { early?.contents ?? candidates.map(\.content) }

    /// Absorbs bytes that do not go beyond ``nextStop``.
    mutating func absorb(_ bytes: Span<UInt8>, excluding excluded: Set<Int64>) throws {
        record.take(head: bytes)
        if !record.isCut { hasher.absorb(bytes) { record.take(line: $0) } }
        var completed: [(Int, Fingerprint)] = []
        chain.absorb(bytes) { completed.append(($0, $1)) }
        for (index, tag) in completed {
            try compare(index, tag, excluding: excluded)
            record.take(block: tag)
        }
        if completed.count > 0, isLive {
            linesBeforeBlock = record.recordedLines + record.lineTags.count
            if !isRecorder { record.forgetLines() }
        }
    }

    /// The known content that ends exactly here, if there is one; contents that should end here and do not are known to
    /// differ.
    mutating func match() -> Match? {
        let length = chain.length
        if isProbe, length < ContentThread.leastProbedLength { return nil }
        let ending = agreeing.filter { content in content.ends.contains { $0.offset == length } }
        guard !ending.isEmpty else { return nil }
        let tag = chain.endTag()
        let equal = ending.filter { content in content.ends.contains { $0.offset == length && $0.tag == tag } }
        if let content = equal.first, let end = content.ends.first(where: { $0.offset == length && $0.tag == tag }) {
            return Match(
                contents: Set(equal.map(\.id)), content: content.id, end: end, blockCount: content.blockCount,
                lineCount: content.lineCount, isWhole: content.length == length)
        }
        candidates.removeAll { candidate in candidate.content.ends.contains { $0.offset == length } }
        early?.contents.removeAll { content in content.ends.contains { $0.offset == length } }
        return nil
    }

    /// Takes contents out of the comparison.
    mutating func exclude(_ contents: Set<Int64>) {
        candidates.removeAll { contents.contains($0.content.id) }
        early?.contents.removeAll { contents.contains($0.id) }
    }

    /// Whether every complete line after the last compared block is a line of a known content at the same place.
    ///
    /// Never for a probe that is too short: a single equal line may be chance.
    func tailIsKnown() throws -> Bool {
        guard isVerified, !record.isCut, !isProbe || chain.length >= ContentThread.leastProbedLength else {
            return false
        }
        let tail = record.lineTags[(linesBeforeBlock - record.recordedLines)...]
        return try candidates.contains { candidate in
            guard linesBeforeBlock + tail.count <= candidate.content.lineCount else { return false }
            var known: [UInt16] = []
            for (first, sealed) in try catalog.lineTags(
                of: candidate.content.id, linesBeforeBlock..<linesBeforeBlock + tail.count)
            {
                guard let tags = key.open(sealed.bytes) else { return false }
                known.append(contentsOf: tags.dropFirst(max(0, linesBeforeBlock - first)))
                if known.count >= tail.count { break }
            }
            return known.starts(with: tail)
        }
    }

    private mutating func compare(_ index: Int, _ tag: Fingerprint, excluding excluded: Set<Int64>) throws {
        if index == 0 {
            early = nil
            candidates = try catalog.contents(name, firstTag: tag).filter { !excluded.contains($0.id) }
                .map(Candidate.init)
        } else if !candidates.isEmpty {
            candidates = try candidates.compactMap { candidate in
                var candidate = candidate
                return try candidate.agrees(index, tag, catalog) ? candidate : nil
            }
        }
    }
}

extension ContentThread {
    /// A place that the thread can go on record up to: where it stands.
    func mark(isWithinLine: Bool) -> ThreadRecord.Mark {
        record.mark(ContentEnd(offset: chain.length, tag: chain.endTag(), isWithinLine: isWithinLine))
    }

    /// Takes note that the last update is on record.
    mutating func recorded(at place: ContentPlace, _ mark: ThreadRecord.Mark) {
        record.recorded(at: place, mark)
        linesBeforeBlock = record.recordedLines
    }
}
