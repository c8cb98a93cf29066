/// Turns the name of a virtual host into its registrable domain.
public struct HostGeneraliser: Sendable {
    public init() {}

    /// Appends the registrable domain in lower case; false, and nothing appended, if the host is an address, has no
    /// registrable domain, or its domain looks like an identifier.
    ///
    /// A port is ignored. Internationalised names stay in Punycode.
    public func generalise(_ host: Span<UInt8>, into result: inout [UInt8]) -> Bool {
        guard let range = HostName.range(inAuthority: host) else { return false }
        let start = result.count
        for index in range { result.append(ASCII.lowercased(host[index])) }
        guard let offset = HostName.startOfRegistrableDomain(result.span.extracting(start..<result.count)),
            !Detectors.contains(result.span.extracting((start + offset)..<result.count))
        else {
            result.removeSubrange(start...)
            return false
        }
        result.removeSubrange(start..<(start + offset))
        return true
    }
}
