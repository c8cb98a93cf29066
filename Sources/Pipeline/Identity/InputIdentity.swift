import Events
import Privacy
import Store

/// Tells what of an input has been counted before: <doc:IdentityOfInput>.
///
/// Is fed every byte that is consumed, in order, and never looks at what a line says.
struct InputIdentity {
    /// All bytes before `offset` that were in doubt are known.
    struct Duplicate: Equatable {
        let offset: Int64
        /// Whether the known content's last line, unterminated, was counted: what follows up to the next line end
        /// belongs to it.
        let isWithinLine: Bool
    }

    private let catalog: Catalog
    /// The current month's key first.
    private let keys: [(key: ContentKey, name: ContentKeyName)]
    private var threads: [ContentThread] = []
    private var matched: Set<Int64> = []
    /// Records of known contents under the current month's key.
    private var renewals: [ContentUpdate] = []
    /// The recorders whose updates stand in the last answer of ``updates(isWithinLine:)``.
    private var pending: [Int] = []
    private var settledOffset: Int64 = 0
    private(set) var offset: Int64 = 0
    private(set) var revision: Int64

    /// - Parameter keys: the live months' keys of the input's scope, the current month's first.
    init(keys: [ContentKey], scope: String, catalog: Catalog) throws {
        self.catalog = catalog
        self.keys = keys.map { ($0, ContentKeyName(month: $0.month.description, scope: scope)) }
        revision = try catalog.contentRevision()
        try beginThreads()
    }

    /// Whether what is being read may turn out to be known.
    var isInDoubt: Bool { threads.contains(where: \.isLive) }

    /// Absorbs the next bytes.
    /// - Returns: the places, ascending, up to which the input has turned out to be known.
    mutating func absorb(_ bytes: Span<UInt8>) throws -> [Duplicate] {
        var duplicates: [Duplicate] = []
        var done = 0
        while done < bytes.count {
            let stop = threads.compactMap(\.nextStop).min() ?? .max
            let count = Int(min(Int64(bytes.count - done), stop - offset))
            for index in threads.indices {
                try threads[index].absorb(bytes.extracting(done..<done + count), excluding: matched)
            }
            done += count
            offset += Int64(count)
            if let duplicate = try settle() { duplicates.append(duplicate) }
        }
        return duplicates
    }

    /// Whether an input that ends here, in doubt, is known to its last complete line.
    func endIsKnown() throws -> Bool {
        try threads.contains { try $0.isLive && $0.tailIsKnown() }
    }

    /// The records of known contents that are made anew under the current month's key, where nothing else is to be put
    /// on record.
    mutating func renewedContents() -> [ContentUpdate] {
        pending = []
        return renewals
    }

    /// What a commit at the present offset puts on record.
    mutating func updates(isWithinLine: Bool) throws -> [ContentUpdate] {
        pending = []
        var updates = renewals
        for index in recorders {
            guard let update = try threads[index].update(isWithinLine: isWithinLine) else { continue }
            updates.append(update)
            pending.append(index)
        }
        return updates
    }

    /// Takes note that the updates of the last call are on record.
    mutating func recorded(_ places: some Collection<ContentPlace>, revision: Int64) {
        for (index, place) in zip(pending, places.dropFirst(renewals.count)) {
            threads[index].recorded(at: place)
        }
        renewals.removeAll()
        pending.removeAll()
        self.revision = revision
    }

    /// The threads that go on record: those under the current month's key.
    private var recorders: [Int] {
        threads.indices.filter { threads[$0].name == keys[0].name }
    }

    private mutating func beginThreads() throws {
        for (key, name) in keys {
            let thread = try ContentThread(key, name, startOffset: offset, catalog: catalog, excluding: matched)
            if name == keys[0].name || thread.isLive { threads.append(thread) }
        }
    }

    private mutating func settle() throws -> Duplicate? {
        var found: ContentThread.Match?
        var growing: Set<Int> = []
        for index in threads.indices {
            guard let match = threads[index].match() else { continue }
            found = match
            matched.insert(match.content)
            guard let own = recorders.first(where: { threads[$0].startOffset == threads[index].startOffset }) else {
                continue
            }
            growing.insert(own)
            if own == index {
                threads[index].grow(from: match)
            } else if let update = try threads[own].update(isWithinLine: match.end.isWithinLine) {
                renewals.append(update)
            }
        }
        guard let found else {
            threads.removeAll { thread in
                guard !thread.isLive else { return false }
                return thread.name != keys[0].name || (thread.startOffset < settledOffset && !thread.isGrowth)
            }
            return nil
        }
        settledOffset = offset
        threads = threads.indices.filter { growing.contains($0) || threads[$0].isLive }.map { threads[$0] }
        try beginThreads()
        return Duplicate(offset: offset, isWithinLine: found.end.isWithinLine)
    }
}
