/// Turns a referrer into a registrable domain, a kind and the search words that are still sent; never a path, never a
/// full host.
public struct ReferrerGeneraliser: Sendable {
    /// One of the site's own hosts in lower case, and its registrable domain, empty if it has none.
    private struct OwnHost: Sendable {
        let name: [UInt8]
        let domain: [UInt8]
    }

    private let ownHosts: [OwnHost]
    private let sources: ReferrerSources

    /// - Parameter ownHosts: host names or registrable domains of the site itself, in any case; subdomains belong to
    ///   them.
    public init(ownHosts: [String] = []) {
        self.ownHosts = ownHosts.map { host in
            let name = host.utf8.map(ASCII.lowercased)
            var domain: [UInt8] = []
            _ = HostGeneraliser().generalise(name.span, into: &domain)
            return OwnHost(name: name, domain: domain)
        }
        sources = ReferrerSources.standard
    }

    /// Appends what may be kept of a referrer to `domain` and `keyword`, which stay as they are where there is nothing
    /// to keep.
    ///
    /// - Returns: nil if there is no referrer (`""`, `-`).
    public func generalise(_ referrer: Span<UInt8>, domain: inout [UInt8], keyword: inout [UInt8]) -> Referrer? {
        if referrer.count == 0 || (referrer.count == 1 && referrer[0] == UInt8(ascii: "-")) { return nil }
        guard let start = RequestTarget.endOfScheme(referrer) else { return Referrer(kind: .other) }
        let scheme = referrer.extracting(0..<(start - 3))
        guard scheme.equalsIgnoringCase("https") || scheme.equalsIgnoringCase("http") else {
            return Referrer(kind: scheme.equalsIgnoringCase("android-app") ? .external : .other)
        }
        let end = ReferrerGeneraliser.endOfAuthority(referrer, from: start)
        let authority = referrer.extracting(start..<end)
        guard let range = HostName.range(inAuthority: authority) else {
            return Referrer(kind: ownHost(above: authority) == nil ? .other : .internal)
        }
        if let own = ownHost(above: authority.extracting(range)) {
            domain.append(contentsOf: own.domain)
            return Referrer(kind: .internal)
        }
        return generalise(
            host: authority.extracting(range), rest: referrer.extracting(end..<referrer.count), &domain, &keyword)
    }

    private func generalise(
        host: Span<UInt8>, rest: Span<UInt8>, _ domain: inout [UInt8], _ keyword: inout [UInt8]
    ) -> Referrer {
        let first = domain.count
        for index in 0..<host.count { domain.append(ASCII.lowercased(host[index])) }
        let lowered = first..<domain.count
        let offset = HostName.startOfRegistrableDomain(domain.span.extracting(lowered))
        guard let offset else {
            domain.removeSubrange(first...)
            return Referrer(kind: .other)
        }
        let found = sources.source(of: domain.span.extracting(lowered), registrable: offset)
        domain.removeSubrange(first..<(first + offset))
        if Detectors.contains(domain.span.extracting(first..<domain.count)) { domain.removeSubrange(first...) }
        guard let found else { return Referrer(kind: .external) }
        if found.kind == .search { appendKeyword(rest, parameters: found.parameters, into: &keyword) }
        return Referrer(kind: found.kind, source: found.name)
    }

    /// Where a referrer's authority ends: what follows decides on the keyword alone, and only of searches there is one.
    static func endOfOrigin(_ referrer: Span<UInt8>) -> Int {
        RequestTarget.endOfScheme(referrer).map { endOfAuthority(referrer, from: $0) } ?? referrer.count
    }

    private static func endOfAuthority(_ referrer: Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < referrer.count, !endsAuthority(referrer[end]) { end += 1 }
        return end
    }

    private static func endsAuthority(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\\"): true
        default: false
        }
    }

    /// The own host that the given host is or lies below.
    private func ownHost(above host: Span<UInt8>) -> OwnHost? {
        for own in ownHosts where host.count >= own.name.count {
            let start = host.count - own.name.count
            guard start == 0 || host[start - 1] == UInt8(ascii: ".") else { continue }
            if (0..<own.name.count).allSatisfy({ ASCII.lowercased(host[start + $0]) == own.name[$0] }) { return own }
        }
        return nil
    }

    private func appendKeyword(_ rest: Span<UInt8>, parameters: [String], into keyword: inout [UInt8]) {
        var start = 0
        while start < rest.count, rest[start] != UInt8(ascii: "?") {
            if rest[start] == UInt8(ascii: "#") { return }
            start += 1
        }
        guard start < rest.count else { return }
        var end = start
        while end < rest.count, rest[end] != UInt8(ascii: "#") { end += 1 }
        let query = rest.extracting((start + 1)..<end)
        FormQuery.forEachPair(of: query) { name, value in
            guard parameters.contains(where: { query.extracting(name).equals($0) }) else { return true }
            return !FreeText.append(query.extracting(value), into: &keyword)
        }
    }
}
