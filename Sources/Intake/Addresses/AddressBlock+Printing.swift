extension AddressBlock {
    /// Appends the block as its first address (``IPAddress/append(to:)``), a slash and the length of the prefix.
    public func append(to text: inout [UInt8]) {
        first.append(to: &text)
        text.append(ASCII.slash)
        text.append(contentsOf: String(prefixLength).utf8)
    }

    /// The same as a text, which ``init(_:)`` reads.
    public var text: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
