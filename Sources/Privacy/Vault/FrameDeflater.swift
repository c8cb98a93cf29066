internal import Gzip

/// Deflates the lines of frames, for any number of files one after the other.
///
/// zlib's state takes 256 KiB, and as much is needed for what it gives, so files that are written at the same time share
/// one.
public final class FrameDeflater {
    private var deflater = GzipDeflater(level: 1)
    private var deflated: [UInt8] = []

    public init() {}

    /// `lines` as one gzip member (RFC 1952).
    func deflate(_ lines: Span<UInt8>) -> [UInt8] {
        deflated.removeAll(keepingCapacity: lines.count <= FileSealer.frameBytes)
        deflater.deflate(lines, appendingTo: &deflated)
        if lines.count > FileSealer.frameBytes { deflater.releaseBuffer() }
        return deflated
    }

    /// - Returns: nil unless it is what lines of this length were deflated to.
    static func inflate(_ deflated: [UInt8], exactly count: Int) -> [UInt8]? {
        try? Gzip.inflate(deflated.span, exactly: count)
    }

    /// More than `count` bytes are ever deflated to: a literal takes nine bits at most, and what cannot be shortened is
    /// stored.
    static func bound(_ count: Int) -> Int { count + count >> 3 + 64 }
}
