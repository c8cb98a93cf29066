public import Events

/// The identity of a stream of bytes: a chain of keyed MACs over fixed blocks, with one over the last partial block on
/// demand.
///
/// Blocks end at 32, 64, 128, … 65,536 bytes from the start of the content and then every 65,536 bytes, so that short
/// content is told apart early and long content costs 16 bytes for 64 KiB. Each tag covers the tag before it, hence all
/// content up to its end:
///
///     tag(0)   = nothing
///     tag(i+1) = HMAC(K, tag(i) ‖ bytes of the block         ‖ 0x01 ‖ length of the content so far)
///     end      = HMAC(K, tag(i) ‖ bytes of the partial block ‖ 0x02 ‖ length of the content so far)
///
/// HMAC is HMAC-SHA-256 cut to 16 bytes, lengths are 8-byte big-endian integers. Equal tags under one key mean equal
/// prefixes, in whatever pieces the bytes were absorbed.
public struct ContentChain: Sendable {
    /// The length of the first block.
    public static let firstBoundary: Int64 = 32
    private static let longestBlock: Int64 = 65_536
    private static let blockMark: UInt8 = 1
    private static let endMark: UInt8 = 2

    /// Where the content starts in its input.
    ///
    /// Tags do not depend on it: known content is found again wherever it lies.
    public let startOffset: Int64
    /// Where the next byte lies in the input.
    public var offset: Int64 { startOffset + length }
    /// Bytes absorbed.
    public private(set) var length: Int64 = 0
    /// Whole blocks absorbed, the number of tags given out.
    public private(set) var blockCount = 0
    /// The offset in the input at which the current block ends.
    public var nextBoundary: Int64 { startOffset + boundary }

    private let keyed: KeyedMAC
    private var running: KeyedMAC
    private var boundary = ContentChain.firstBoundary

    public init(_ key: ContentKey, startOffset: Int64 = 0) {
        self.startOffset = startOffset
        keyed = key.chain
        running = keyed
    }

    /// Absorbs the next bytes and gives the number and the tag of every block that they complete, in order.
    @inlinable
    public mutating func absorb<Failure: Error>(
        _ bytes: Span<UInt8>, onBlock: (_ index: Int, _ tag: Fingerprint) throws(Failure) -> Void
    ) throws(Failure) {
        var rest = 0
        while rest < bytes.count {
            let count = Int(min(Int64(bytes.count - rest), nextBoundary - offset))
            let tag = absorbWithinBlock(bytes.extracting(rest..<(rest + count)))
            rest += count
            if let tag { try onBlock(blockCount - 1, tag) }
        }
    }

    /// The fingerprint of exactly what was absorbed so far; the chain goes on as if it had not been asked.
    public func endTag() -> Fingerprint {
        tag(mark: ContentChain.endMark)
    }

    /// Absorbs bytes that reach at most to the boundary, and gives the block's tag if they reach it.
    @usableFromInline
    mutating func absorbWithinBlock(_ bytes: Span<UInt8>) -> Fingerprint? {
        running.update(bytes)
        length += Int64(bytes.count)
        guard length == boundary else { return nil }
        let tag = tag(mark: ContentChain.blockMark)
        running = keyed
        running.update(tag.high)
        running.update(tag.low)
        blockCount += 1
        boundary += min(boundary, ContentChain.longestBlock)
        return tag
    }

    private func tag(mark: UInt8) -> Fingerprint {
        var mac = running
        mac.update([mark].span)
        mac.update(UInt64(length))
        let (high, low) = mac.tag()
        return Fingerprint(high: high, low: low)
    }
}
