import Events

/// Who sent the rows of a batch: for each distinct text of the client field, and of the chain, the client it comes to.
///
/// Every text is read once per batch, whatever the number of its rows.
struct ClientMap: Sendable {
    private struct Entry: Sendable {
        /// The client, as an index into the dictionary of clients.
        var client: UInt32
        /// Whether a chain knows better.
        var isTrusted: Bool
    }

    private var resolver = ClientResolver(trusted: [])
    /// One per text of the client field that has been looked at.
    private var entries: [Entry] = []
    /// One per chain: the client, ``absentIndex`` if it names none.
    private var chains: [UInt32] = []
    /// Whether any text comes to another than itself.
    private var isIdentity = true
    /// Rows that have their client.
    private var rows = 0
    /// Working space: a client's text on its way into the dictionary.
    private var text: [UInt8] = []

    /// Puts into the rows that were appended since the last call their clients in place of what the lines say.
    mutating func resolve(
        _ clients: inout RawTextColumn, chains column: RawTextColumn, _ resolver: ClientResolver
    ) {
        if resolver != self.resolver { forgetTexts(resolver) }
        readTexts(&clients, column)
        if !isIdentity {
            let chainIndices = column.indices.isEmpty ? nil : column.indices
            clients.replace(from: rows) { [entries, chains] row, index in
                let entry = entries[Int(index)]
                guard entry.isTrusted, let chain = chainIndices?[row], chain != absentIndex else { return entry.client }
                return chains[Int(chain)] == absentIndex ? entry.client : chains[Int(chain)]
            }
        }
        rows = clients.indices.count
    }

    /// Takes note that all but the first rows, all of which have their clients, have been removed.
    mutating func keepRows(_ count: Int) {
        rows = count
    }

    mutating func removeAll() {
        forgetTexts(resolver)
        rows = 0
    }

    private mutating func forgetTexts(_ resolver: ClientResolver) {
        self.resolver = resolver
        entries.removeAll(keepingCapacity: true)
        chains.removeAll(keepingCapacity: true)
        isIdentity = true
    }

    /// Reads the texts that are new since the last call; the clients found join the dictionary of clients.
    private mutating func readTexts(_ clients: inout RawTextColumn, _ column: RawTextColumn) {
        while resolver.readsChains, chains.count < column.dictionary.count {
            let range = column.dictionary.withValue(chains.count) { resolver.client(inChain: $0) }
            if let range {
                column.dictionary.withValue(chains.count) { text.replace(with: $0.extracting(range)) }
                chains.append(clients.intern(text.span))
            } else {
                chains.append(absentIndex)
            }
        }
        while entries.count < clients.dictionary.count {
            let index = UInt32(entries.count)
            let whole = clients.dictionary.range(of: entries.count).count
            let peer = clients.dictionary.withValue(entries.count) { resolver.peer($0) }
            var entry = Entry(client: index, isTrusted: peer.isTrusted)
            if peer.range.count < whole {
                clients.dictionary.withValue(entries.count) { text.replace(with: $0.extracting(peer.range)) }
                entry.client = clients.intern(text.span)
            }
            if entry.client != index || entry.isTrusted { isIdentity = false }
            entries.append(entry)
        }
    }
}

extension [UInt8] {
    fileprivate mutating func replace(with bytes: Span<UInt8>) {
        removeAll(keepingCapacity: true)
        for index in bytes.indices { append(bytes[index]) }
    }
}
