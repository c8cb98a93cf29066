import CZlib

/// Operations on whole gzip data (RFC 1952) that is already in memory.
public enum Gzip {
    /// Deflate cannot expand a byte to more than this: a match of 258 bytes costs at least two bits.
    static let deflateLimit = 1032

    /// Whether `prefix` begins with the magic bytes of a gzip member.
    public static func isGzip(_ prefix: Span<UInt8>) -> Bool {
        prefix.count >= 2 && prefix[0] == 0x1F && prefix[1] == 0x8B
    }

    /// Inflates all members of `input`, which together must hold exactly `size` bytes.
    ///
    /// A `size` that deflate could not have made from so little input is refused before memory is allocated.
    public static func inflate(_ input: Span<UInt8>, exactly size: Int) throws(GzipError) -> [UInt8] {
        let (product, overflow) = input.count.multipliedReportingOverflow(by: deflateLimit)
        guard size >= 0, overflow || size - 64 <= product else { throw .sizeMismatch(expected: size) }
        var output = [UInt8](repeating: 0, count: size)
        var inflater = GzipInflater()
        var consumed = 0
        var produced = 0
        while true {
            let rest = input.extracting(consumed..<input.count)
            let progress = try inflater.inflate(rest, into: &output, at: produced)
            consumed += progress.consumed
            produced += progress.produced
            if progress.consumed == 0, progress.produced == 0 { break }
        }
        guard consumed == input.count, produced == size else { throw .sizeMismatch(expected: size) }
        guard inflater.isAtBoundary else { throw .truncated(offset: Int64(consumed)) }
        return output
    }

    /// The CRC-32 of RFC 1952.
    public static func crc32(_ bytes: Span<UInt8>) -> UInt32 {
        // SAFETY: zlib reads `count` bytes of the buffer and keeps nothing.
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return UInt32(truncatingIfNeeded: unsafe crc32_z(0, base, buffer.count))
        }
    }
}
