internal import Events
internal import Intake

/// Finds out of a batch who is behind each row: the definitions of visitor, device and network.
struct Identifiers {
    /// User id, else cookie, device id or MAC address, else address (IPv6: its /64) with user agent.
    private let visitor: IdentityColumn
    /// Device id, else MAC address.
    private let device: IdentityColumn?
    /// The network that the address lies in, as wide as the policy says.
    private let network: IdentityColumn?

    init(_ batch: RawBatch, _ options: PolicyOptions, seed: UInt64) {
        var parts = Parts(seed: seed, expecting: batch[.client].dictionary.count + batch[.agent].dictionary.count)
        let users = parts.map(batch[.user]) {
            IdentifierPart.appendUser($1, foldsCase: options.ignoresUserCase, to: &$2); return true
        }
        let cookies = parts.map(batch[.cookie]) {
            IdentifierPart.appendCookie($1, to: &$2); return true
        }
        let devices = parts.map(batch[.device]) { IdentifierPart.appendDevice($1, to: &$2) }
        let hardware = parts.map(batch[.mac]) {
            IdentifierPart.appendHardwareAddress($1, to: &$2); return true
        }
        let clients = batch[.client].dictionary
        let read = (0..<clients.count).map { clients.withValue($0) { IPAddress($0) } }
        let addresses = parts.map(batch[.client]) {
            IdentifierPart.appendVisitor(read[$0], $1, to: &$2); return true
        }
        let agents = parts.map(batch[.agent]) {
            IdentifierPart.appendAgent($1, to: &$2); return true
        }
        let dictionary = parts.dictionary

        let single = [users, cookies, devices, hardware].compactMap { $0 }
        visitor = Identifiers.pair(
            single: single, addresses: addresses, agents: agents, rowCount: batch.rowCount, parts: dictionary,
            seed: seed)
        let ofDevices = [devices, hardware].compactMap { $0 }
        device =
            ofDevices.isEmpty
            ? nil
            : Identifiers.pair(
                single: ofDevices, addresses: nil, agents: nil, rowCount: batch.rowCount, parts: dictionary, seed: seed)

        var networks = Parts(seed: seed, expecting: batch[.client].dictionary.count)
        let ofClients = networks.map(batch[.client]) { index, _, part in
            guard let address = read[index] else { return false }
            IdentifierPart.appendNetwork(of: address, options.networkBits, to: &part)
            return true
        }
        network = ofClients.map { rows in
            let dictionary = networks.dictionary
            let identifiers = (0..<dictionary.count).map { UInt64($0) << 32 | UInt64(absentIndex) }
            return IdentityColumn(indices: rows.map(rows.raw), identifiers: identifiers, parts: dictionary)
        }
    }

    subscript(field: EventField.Identity) -> IdentityColumn? {
        switch field {
        case .visitor: visitor
        case .network: network
        case .device: device
        }
    }

    /// The parts of the first of `single` that a row has, else the address with the agent.
    private static func pair(
        single: [Rows], addresses: Rows?, agents: Rows?, rowCount: Int, parts: ByteDictionary, seed: UInt64
    ) -> IdentityColumn {
        let addresses = addresses ?? .none
        let agents = agents ?? .none
        var pairs = PairInterner(seed: seed, firstCount: parts.count)
        let indices = (0..<rowCount).map { row in
            for column in single {
                let part = column[row]
                if part != absentIndex { return pairs.intern(part, absentIndex) }
            }
            let address = addresses[row]
            return address == absentIndex ? absentIndex : pairs.intern(address, agents[row])
        }
        return IdentityColumn(indices: indices, identifiers: pairs.pairs, parts: parts)
    }

    /// A raw column's rows as numbers of parts.
    private struct Rows {
        /// Empty if no row has a part.
        let raw: [UInt32]
        let map: IndexMap

        static let none = Rows(raw: [], map: IndexMap(count: 0))

        subscript(row: Int) -> UInt32 {
            raw.isEmpty ? absentIndex : map[raw[row]]
        }
    }

    /// The distinct parts of all columns of a batch.
    private struct Parts {
        private var interner: ByteInterner

        init(seed: UInt64, expecting count: Int) {
            interner = ByteInterner(seed: seed, expecting: count)
        }

        var dictionary: ByteDictionary { interner.dictionary }

        /// Gives each value of a column its part; nil if no row of the batch has the column.
        ///
        /// - Parameter append: gets the value's index and the value.
        mutating func map(_ column: RawTextColumn, _ append: (Int, Span<UInt8>, inout [UInt8]) -> Bool) -> Rows? {
            guard !column.indices.isEmpty else { return nil }
            let dictionary = column.dictionary
            var part: [UInt8] = []
            var map: [UInt32] = []
            map.reserveCapacity(dictionary.count)
            for index in 0..<dictionary.count {
                part.removeAll(keepingCapacity: true)
                let isPresent = dictionary.withValue(index) { append(index, $0, &part) }
                map.append(isPresent ? interner.intern(part.span) : absentIndex)
            }
            return Rows(raw: column.indices, map: IndexMap(map))
        }
    }
}
