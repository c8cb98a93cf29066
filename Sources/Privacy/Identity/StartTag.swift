extension ContentKey {
    /// How many bytes at a line's start are looked at to see whether known content may begin there.
    public static let startLength = 32

    /// A fast hash of the first ``startLength`` bytes of a content, from the key's secret seed.
    ///
    /// Says only where it is worth to begin a chain; kept sealed like the tags of lines.
    ///
    /// - Precondition: `offset + startLength` bytes are there.
    @inline(__always)
    public func startTag(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
        precondition(offset >= 0 && offset + ContentKey.startLength <= bytes.count, "a start has all its bytes")
        var state = lineSeed
        // SAFETY: the bytes are there, as was just checked.
        unsafe bytes.withUnsafeBytes { buffer in
            for place in stride(from: offset, to: offset + ContentKey.startLength, by: 8) {
                let word = unsafe UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                let product = (state ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB ^ lineSeed)
                state = product.high ^ product.low
            }
        }
        return state
    }

    /// Seals a start tag.
    public func seal(start tag: UInt64) throws -> [UInt8] {
        try seal((0..<4).map { UInt16(truncatingIfNeeded: tag >> (16 * $0)) })
    }

    /// Opens a start tag; nil if it was made under another key, or has been changed.
    public func open(start sealed: [UInt8]) -> UInt64? {
        guard let parts = open(sealed), parts.count == 4 else { return nil }
        return parts.reversed().reduce(0) { $0 << 16 | UInt64($1) }
    }
}
