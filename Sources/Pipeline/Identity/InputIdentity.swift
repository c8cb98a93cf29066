import Events
import Privacy
import Store

/// Tells what of an input has been counted before: <doc:IdentityOfInput>.
///
/// Is fed every byte that is consumed, in order, and never looks at what a line says.
struct InputIdentity {
    /// What has been decided about the input up to an offset.
    enum Decision: Equatable {
        /// All bytes that were in doubt are known. `isWithinLine`: the known content's last line, unterminated, was
        /// counted, and what follows up to the next line end belongs to it.
        case duplicate(upTo: Int64, isWithinLine: Bool)
        /// All bytes before are new; known content may begin here.
        case new(upTo: Int64)
    }

    /// Threads at once, at most; beyond, known content within new input is not looked for.
    private static let threadLimit = 12
    /// Vain looks for known content within new input, at most: lines that all begin alike would make each one costly.
    private static let probeLimit = 256

    /// Lines after which a commit should come, so that their tags do not pile up.
    private static let lineTagPile = 2 << 20

    private let catalog: Catalog
    /// The current month's key first.
    private let keys: [(key: ContentKey, name: ContentKeyName)]
    /// For each key, the start tags of its contents.
    private let starts: [Set<UInt64>]
    private var threads: [ContentThread] = []
    private var matched: Set<Int64> = []
    /// Records of contents that have ended within the input, or are put on record again under the current month's key.
    private var settled: [ContentUpdate] = []
    /// The recorders whose updates stand in the last answer of ``updates(isWithinLine:)``, with the places that they
    /// reach to.
    private var pending: [(index: Int, mark: ThreadRecord.Mark)] = []
    private var settledOffset: Int64 = 0
    /// Whether some of the input was new.
    private var hasNew = false
    /// Whether the next byte begins a line.
    private var isAtLineStart = true
    /// How often known content has been looked for within new input since some was found.
    private var probeCount = 0
    /// Where threads began last.
    private var probedOffset: Int64 = 0
    private(set) var offset: Int64 = 0
    private(set) var revision: Int64

    /// - Parameter keys: the live months' keys of the input's scope, the current month's first.
    init(keys: [ContentKey], scope: String, catalog: Catalog) throws {
        self.catalog = catalog
        self.keys = keys.map { ($0, ContentKeyName(month: $0.month.description, scope: scope)) }
        revision = try catalog.contentRevision()
        starts = try self.keys.map { key, name in
            Set(try catalog.contentStarts(name).compactMap { key.open(start: $0) })
        }
        try beginThreads(isProbe: false)
    }

    /// Whether what is being read may turn out to be known.
    var isInDoubt: Bool { threads.contains(where: \.isLive) }

    /// Whether a commit should come soon, lest what it puts on record take much memory.
    var isHeavy: Bool { recorders.reduce(0) { $0 + threads[$1].heldLines } >= InputIdentity.lineTagPile }

    /// Absorbs the next bytes.
    /// - Returns: what has been decided, in ascending order of offsets; of the rest, ``isInDoubt`` tells.
    mutating func absorb(_ bytes: Span<UInt8>) throws -> [Decision] {
        var decisions: [Decision] = []
        var done = 0
        while done < bytes.count {
            var next = bytes.count
            if let stop = threads.compactMap(\.nextStop).min() {
                next = Int(min(Int64(next), Int64(done) + stop - offset))
            } else if let start = possibleStart(in: bytes, from: done) {
                if start == done {
                    decisions.append(.new(upTo: offset))
                    hasNew = true
                    probeCount += 1
                    for index in recorders {
                        threads[index].record.beforeProbe = threads[index].mark(isWithinLine: false)
                    }
                    try beginThreads(isProbe: true)
                    continue
                }
                next = start
            }
            for index in threads.indices {
                try threads[index].absorb(bytes.extracting(done..<next), excluding: matched)
            }
            offset += Int64(next - done)
            isAtLineStart = bytes[next - 1] == 10
            done = next
            if let duplicate = try settle() {
                decisions.append(duplicate)
            } else if !isInDoubt {
                hasNew = true
            }
        }
        return decisions
    }

    /// The next line at which known content may begin; nil if there is none.
    ///
    /// Contents are found by a fast hash of their first bytes, which is compared at every line: concatenations are
    /// recognised whatever stands before the known part.
    private func possibleStart(in bytes: Span<UInt8>, from first: Int) -> Int? {
        guard starts.contains(where: { !$0.isEmpty }), threads.count < InputIdentity.threadLimit,
            probeCount < InputIdentity.probeLimit
        else { return nil }
        // Where a thread ended its doubt, a line need not begin.
        guard var line = isAtLineStart ? first : bytes.firstLineFeed(from: first).map({ $0 + 1 }) else { return nil }
        while line + ContentKey.startLength <= bytes.count {
            if offset + Int64(line - first) != probedOffset {
                for (place, known) in starts.enumerated() where !known.isEmpty {
                    if known.contains(keys[place].key.startTag(bytes, at: line)) { return line }
                }
            }
            guard let end = bytes.firstLineFeed(from: line) else { return nil }
            line = end + 1
        }
        return nil
    }

    /// Whether an input that ends here, in doubt, is known to its last complete line.
    func endIsKnown() throws -> Bool {
        try threads.contains { try $0.isLive && $0.tailIsKnown() }
    }

    /// What a commit puts on record where the bytes after the last decision are to leave no trace.
    func settledUpdates() throws -> [ContentUpdate] {
        try settled
            + recorders.filter { hasNew || !threads[$0].record.isAside }.compactMap { index in
                let record = threads[index].record
                return try record.update(to: record.beforeProbe ?? record.decided)
            }
    }

    /// What a commit at the present offset puts on record.
    mutating func updates(isWithinLine: Bool) throws -> [ContentUpdate] {
        if offset > settledOffset { hasNew = true }
        pending = []
        var updates = settled
        for index in recorders where hasNew || !threads[index].record.isAside {
            let mark = threads[index].mark(isWithinLine: isWithinLine)
            guard let update = try threads[index].record.update(to: mark) else { continue }
            updates.append(update)
            pending.append((index, mark))
        }
        return updates
    }

    /// Takes note that the updates of the last call are on record.
    mutating func recorded(_ places: some Collection<ContentPlace>, revision: Int64) {
        for ((index, mark), place) in zip(pending, places.dropFirst(settled.count)) {
            threads[index].recorded(at: place, mark)
        }
        // What the input itself has put on record is not known content to what follows in it.
        matched.formUnion(places.map(\.content))
        settled.removeAll()
        pending.removeAll()
        self.revision = revision
    }

    /// The threads that go on record: those under the current month's key, but for probes that have found nothing.
    private var recorders: [Int] {
        threads.indices.filter {
            threads[$0].name == keys[0].name && (!threads[$0].isProbe || threads[$0].record.isGrowth)
        }
    }

    private mutating func beginThreads(isProbe: Bool) throws {
        probedOffset = offset
        for (key, name) in keys {
            let thread = try ContentThread(
                key, name, startOffset: offset, catalog: catalog, excluding: matched, isProbe: isProbe,
                isRecorder: name == keys[0].name)
            if name == keys[0].name || thread.isLive { threads.append(thread) }
        }
    }

    /// Looks whether known content ends here, and lets go of threads that serve nothing any more.
    private mutating func settle() throws -> Decision? {
        var matches: [Int: ContentThread.Match] = [:]
        for index in threads.indices {
            if let match = threads[index].match() { matches[index] = match }
        }
        guard let found = matches.values.first else {
            try dropIdleThreads()
            return nil
        }
        for index in recorders {
            if let mark = threads[index].record.beforeProbe { threads[index].record.stop(at: mark) }
        }
        var growing: Set<Int> = []
        for (index, match) in matches.sorted(by: { $0.key < $1.key }) {
            matched.formUnion(match.contents)
            // A content counts once, though lines that are all alike agree with it at several places.
            for other in threads.indices where threads[other].startOffset != threads[index].startOffset {
                threads[other].exclude(match.contents)
            }
            // The current month's thread comes first: what it has on record need not be renewed, and what several months
            // know is renewed once.
            let own = threads.firstIndex {
                $0.startOffset == threads[index].startOffset && $0.name == keys[0].name
            }
            guard let own, growing.insert(own).inserted
            else { continue }
            if own == index {
                threads[index].record.grow(from: match)
            } else {
                threads[own].record.stop(at: threads[own].mark(isWithinLine: match.end.isWithinLine))
            }
        }
        settledOffset = offset
        probeCount = 0
        let growingStarts = Set(growing.map { threads[$0].startOffset })
        try keepThreads { growingStarts.contains($0.startOffset) }
        for index in recorders {
            threads[index].record.beforeProbe = nil
            threads[index].record.decided = threads[index].mark(isWithinLine: found.end.isWithinLine)
        }
        try beginThreads(isProbe: false)
        return .duplicate(upTo: offset, isWithinLine: found.end.isWithinLine)
    }

    /// Lets go of threads that have turned out to agree with nothing.
    private mutating func dropIdleThreads() throws {
        if !isInDoubt {
            for index in threads.indices { threads[index].record.beforeProbe = nil }
        }
        let settled = settledOffset
        try keepThreads { $0.record.isGrowth || (!$0.isProbe && $0.startOffset >= settled) }
    }

    /// Keeps the threads that may still match, those that are to go on record, and the one that tells the whole input.
    ///
    /// What others are to leave on record is settled.
    private mutating func keepThreads(where isRecorder: (ContentThread) -> Bool) throws {
        var index = 0
        while index < threads.count {
            let thread = threads[index]
            let isCurrent = thread.name == keys[0].name
            if isNeeded(index) || (isCurrent && (isRecorder(thread) || thread.record.isAside)) {
                index += 1
            } else if isCurrent, thread.startOffset == 0 {
                threads[index].record.standAside()
                index += 1
            } else {
                threads.remove(at: index)
                if isCurrent, let update = try thread.record.update(to: nil) { settled.append(update) }
            }
        }
    }

    /// Whether the thread, or one that began with it under another month's key, may still match.
    private func isNeeded(_ index: Int) -> Bool {
        if threads[index].isLive { return true }
        guard threads[index].name == keys[0].name else { return false }
        return threads.contains { $0.startOffset == threads[index].startOffset && $0.isLive }
    }
}
