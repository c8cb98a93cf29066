/// Finds out who sent a request: the peer of the connection, or, where that is a proxy of one's own, whom the proxy
/// speaks for.
///
/// A chain of forwarded addresses is believed from the right as far as the proxies in it are trusted; what stands to the
/// left of the first stranger is what that stranger says, and may be forged. Elements that are no addresses are passed
/// over.
public struct ClientResolver: Equatable, Sendable {
    /// What the client field of a line comes to.
    public struct Peer: Equatable, Sendable {
        /// Where the address stands, without brackets and port; the whole text if there is none.
        public let range: Range<Int>
        /// Whether a chain, if the line has one, knows better.
        public let isTrusted: Bool
    }

    private let trusted: [AddressBlock]

    /// - Parameter trusted: one's own proxies; if there are none, no chain is believed.
    public init(trusted: [AddressBlock]) {
        self.trusted = trusted
    }

    /// Whether any chain is believed.
    public var readsChains: Bool { !trusted.isEmpty }

    /// Reads the client field, which is an address, something else (it stays as it is), or itself a chain.
    ///
    /// A chain in this place, as some servers are set up to write it, has no peer in front. If there are no trusted
    /// proxies, addresses that only one's own network can have count as such.
    public func peer(_ text: Span<UInt8>) -> Peer {
        if !readsChains, ClientResolver.isDotted(text) { return Peer(range: text.indices, isTrusted: false) }
        if let (address, range) = IPAddress.read(text) {
            return Peer(range: range, isTrusted: trusted.contains { $0.contains(address) })
        }
        guard let end = ClientResolver.end(of: text, trusting: readsChains ? trusted : AddressBlock.local) else {
            return Peer(range: text.indices, isTrusted: false)
        }
        return Peer(range: end.range, isTrusted: readsChains && end.isTrusted)
    }

    /// Where a chain behind a trusted peer has the client: the right-most address that is not trusted, else the
    /// left-most; nil if the chain has none.
    public func client(inChain text: Span<UInt8>) -> Range<Int>? {
        ClientResolver.end(of: text, trusting: trusted)?.range
    }

    /// Whether there is nothing but digits and dots (and slashes, which come between them in ASCII), eight at a time: such
    /// a text is an address or none, and never only a part of it.
    private static func isDotted(_ text: Span<UInt8>) -> Bool {
        guard (8...16).contains(text.count) else { return false }
        func hasOthers(_ word: UInt64) -> Bool {
            let tops: UInt64 = 0x8080_8080_8080_8080
            let below = ~((word | tops) &- 0x2E2E_2E2E_2E2E_2E2E)
            let above = word &+ 0x4646_4646_4646_4646
            return (word | below | above) & tops != 0
        }
        return !hasOthers(text.word(at: 0)) && !hasOthers(text.word(at: text.count - 8))
    }

    /// How far a chain can be followed.
    private static func end(
        of text: Span<UInt8>, trusting blocks: [AddressBlock]
    ) -> (range: Range<Int>, isTrusted: Bool)? {
        var chain = ForwardedChain(text)
        var last: Range<Int>?
        while let element = chain.next(in: text) {
            guard let (address, place) = IPAddress.read(text.extracting(element)) else { continue }
            let range = element.lowerBound + place.lowerBound..<element.lowerBound + place.upperBound
            if !blocks.contains(where: { $0.contains(address) }) { return (range, false) }
            last = range
        }
        return last.map { ($0, true) }
    }
}
