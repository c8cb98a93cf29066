public import Events

/// Which key made the tags of a content: the identity key of a month, and the scope it was derived for.
public struct ContentKeyName: Hashable, Sendable {
    /// `YYYY-MM`.
    public let month: String
    /// The name given by `--source`; empty for all other input.
    public let scope: String

    public init(month: String, scope: String) {
        self.month = month
        self.scope = scope
    }
}

/// A place where reading of a content stopped.
public struct ContentEnd: Hashable, Sendable {
    /// Bytes from the content's beginning.
    public let offset: Int64
    /// The end tag of all bytes before `offset`.
    public let tag: Fingerprint
    /// Whether the last line had no line end and was counted all the same.
    public let isWithinLine: Bool

    public init(offset: Int64, tag: Fingerprint, isWithinLine: Bool) {
        self.offset = offset
        self.tag = tag
        self.isWithinLine = isWithinLine
    }
}

/// The tags of a run of lines, sealed: only the identity key of their month opens them.
public struct SealedLineTags: Hashable, Sendable {
    public let count: Int
    public let bytes: [UInt8]

    public init(count: Int, bytes: [UInt8]) {
        self.count = count
        self.bytes = bytes
    }
}

/// A content on record.
public struct KnownContent: Sendable {
    public let id: Int64
    /// Complete blocks on record.
    public let blockCount: Int
    /// Complete lines on record.
    public let lineCount: Int
    /// The furthest end.
    public let length: Int64
    /// Ascending by offset.
    public let ends: [ContentEnd]
}

/// What one commit adds to the record of a content.
public struct ContentUpdate: Sendable {
    /// The content that grows; nil for a new one.
    public var content: Int64?
    public var key: ContentKeyName
    /// The number of blocks that the record has before the update.
    public var firstBlock: Int
    /// The tag of the content's first block, if it is complete.
    public var firstTag: Fingerprint?
    /// The sealed tag of the content's first bytes, for a new one that has enough of them.
    public var start: [UInt8]?
    /// The tags of the blocks that follow what is on record.
    public var tags: [Fingerprint]
    /// The number of lines that the record has before the update.
    public var firstLine: Int
    /// The sealed tags of the lines that follow.
    public var lines: SealedLineTags
    /// Ends to put on record, ascending; at least one.
    public var ends: [ContentEnd]
    /// The end that this run put on record before, which moves forward to the first of ``ends``.
    public var previousEnd: Int64?
    /// Whether other updates tell the same bytes in parts: then another run may have told them too.
    public var isAside: Bool

    public init(
        content: Int64?, key: ContentKeyName, firstBlock: Int, firstTag: Fingerprint?, start: [UInt8]?,
        tags: [Fingerprint],
        firstLine: Int,
        lines: SealedLineTags, ends: [ContentEnd], previousEnd: Int64?, isAside: Bool = false
    ) {
        self.content = content
        self.key = key
        self.firstBlock = firstBlock
        self.firstTag = firstTag
        self.start = start
        self.tags = tags
        self.firstLine = firstLine
        self.lines = lines
        self.ends = ends
        self.previousEnd = previousEnd
        self.isAside = isAside
    }
}

/// Where a content and the last of its new ends stand after a commit.
public struct ContentPlace: Hashable, Sendable {
    public let content: Int64
    public let end: Int64
}
