import Events
import Privacy
import Store

/// What of a thread goes on record: the tags that are not on record yet, and where the content ends.
struct ThreadRecord {
    /// A place up to which a thread can go on record.
    struct Mark {
        let end: ContentEnd
        /// Tags of blocks and lines before the place that were not on record when it was marked.
        fileprivate let blockCount: Int
        fileprivate let lineCount: Int
    }

    /// Lines that are tagged between two commits, at most; only input in doubt can have more.
    private static let lineTagLimit = 16 << 20

    private let key: ContentKey
    private let name: ContentKeyName
    private(set) var firstTag: Fingerprint?
    /// The first bytes, as far as a start tag needs them.
    private var head: [UInt8] = []
    private var blockTags: [Fingerprint] = []
    private(set) var lineTags: [UInt16] = []
    /// Whether lines are no longer tagged: there were too many between two commits, or the thread stands aside.
    private(set) var isCut = false
    private var recordedBlocks = 0
    /// Lines before the first of ``lineTags``: they are on record, or nobody will ask for them.
    private(set) var recordedLines = 0
    private var recordedLength: Int64 = 0
    private var content: Int64?
    /// The end that this run has put on record and that moves forward with each commit.
    private var movingEnd: Int64?
    /// Ends that go on record and stay, whatever follows.
    private var stops: [Mark] = []
    private var grown: ContentThread.Match?
    /// Where the thread stood when known content was last looked for behind it.
    var beforeProbe: Mark?
    /// Where the thread stood when everything up to there was decided.
    var decided: Mark?
    /// Whether all the thread's bytes belong to other threads too, of which each tells a part of the input: then it is
    /// there so that the input is recognised as a whole, whatever its parts look like.
    private(set) var isAside = false

    init(_ key: ContentKey, _ name: ContentKeyName) {
        self.key = key
        self.name = name
    }

    /// Whether the thread has matched known content, which grows.
    var isGrowth: Bool { grown != nil || !stops.isEmpty }

    mutating func take(head bytes: Span<UInt8>) {
        guard head.count < ContentKey.startLength else { return }
        head += bytes.extracting(0..<min(bytes.count, ContentKey.startLength - head.count)).copied
    }

    mutating func take(line tag: UInt16) {
        if lineTags.count == ThreadRecord.lineTagLimit { isCut = true }
        if !isCut { lineTags.append(tag) }
    }

    mutating func take(block tag: Fingerprint) {
        if firstTag == nil { firstTag = tag }
        blockTags.append(tag)
    }

    /// Lets go of the tags of lines that nobody will ask for.
    mutating func forgetLines() {
        recordedLines += lineTags.count
        lineTags.removeAll(keepingCapacity: true)
    }

    func mark(_ end: ContentEnd) -> Mark {
        Mark(end: end, blockCount: blockTags.count, lineCount: lineTags.count)
    }

    /// Keeps an end, whatever follows.
    mutating func stop(at mark: Mark) {
        if mark.end.offset > recordedLength {
            stops.append(mark)
        } else {
            movingEnd = nil
        }
    }

    /// Goes on as growth of what was matched.
    mutating func grow(from match: ContentThread.Match) {
        grown = match
        isAside = false
    }

    /// Goes on next to threads that tell the parts.
    mutating func standAside() {
        isCut = true
        guard content == nil, stops.isEmpty else { return }
        grown = nil
        isAside = true
        lineTags = []
    }

    /// What a commit puts on record: the stops, and an end that moves forward with the next commits; nil if there is
    /// nothing new.
    func update(to mark: Mark?) throws -> ContentUpdate? {
        var marks = stops
        if let mark, moves(to: mark) { marks.append(mark) }
        guard let last = marks.last else { return nil }
        let growsInPlace = content == nil && !isCut && grown?.isWhole == true
        let skippedBlocks = growsInPlace ? grown?.blockCount ?? 0 : 0
        let skippedLines = growsInPlace ? grown?.lineCount ?? 0 : 0
        let lines = lineTags.prefix(last.lineCount).dropFirst(skippedLines)
        return ContentUpdate(
            content: content ?? (growsInPlace ? grown?.content : nil), key: name,
            firstBlock: recordedBlocks + skippedBlocks,
            firstTag: last.end.offset >= ContentChain.firstBoundary ? firstTag : nil,
            start: try last.end.offset >= ContentKey.startLength
                ? key.seal(start: key.startTag(head.span, at: 0)) : nil,
            tags: Array(blockTags.prefix(last.blockCount).dropFirst(skippedBlocks)),
            firstLine: recordedLines + skippedLines,
            lines: SealedLineTags(count: lines.count, bytes: try lines.isEmpty ? [] : key.seal(Array(lines))),
            ends: marks.map(\.end), previousEnd: movingEnd, isAside: isAside)
    }

    /// Takes note that the update to a mark at the present place is on record.
    mutating func recorded(at place: ContentPlace, _ mark: Mark) {
        movingEnd = moves(to: mark) ? place.end : nil
        content = place.content
        recordedLength = mark.end.offset
        recordedBlocks += blockTags.count
        blockTags.removeAll(keepingCapacity: true)
        forgetLines()
        stops = []
    }

    private func moves(to mark: Mark) -> Bool {
        mark.end.offset > max(stops.last?.end.offset ?? 0, grown?.end.offset ?? 0, recordedLength)
    }
}
