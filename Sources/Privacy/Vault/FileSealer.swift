public import Events

/// Writes one sealed file: a header, frames of lines, a last frame, and the header once more as trailer.
///
/// It gives bytes and leaves it to its owner where to put them. It has a random key of its own, wrapped to a pair's public
/// half, which nobody keeps but it; once it is gone, only the pair's private half opens the file. The frames are numbered
/// from 0, and the number is the nonce: a sealer writes one file, from the beginning to the end.
///
/// ```swift
/// let sealer = try FileSealer(name, to: pair, deflater: deflater)
/// var file = sealer.header
/// sealer.seal(lines.span, label, appendingTo: &file)
/// sealer.finish(appendingTo: &file)
/// ```
public final class FileSealer {
    /// The most bytes of lines that a frame holds, but for one line that is longer.
    public static let frameBytes = 256 << 10
    /// The most bytes that one line has with its line feed: what `max_line_bytes` may be set to, and that.
    public static let lineBytes = 64 << 20 + 1

    /// What the file begins with.
    public var header: [UInt8] { fileHeader.bytes }

    private let fileHeader: SealedHeader
    private let cipher: FrameCipher
    private let deflater: FrameDeflater
    private var nextIndex: UInt32 = 0
    private var isFinished = false

    /// - Parameters:
    ///   - name: a name is used once.
    ///   - pair: one that seals such a file.
    ///   - deflater: may be shared by the sealers that one thread uses.
    /// - Throws: ``SealError/unusableKey`` if nothing can be sealed to the public half.
    public init(_ name: SealedName, to pair: SealedPair, deflater: FrameDeflater) throws(SealError) {
        precondition(pair.name.seals(name), "a file is sealed to a pair of what it is of")
        let secret = SecretKey.random()
        fileHeader = SealedHeader(
            name, wrappedKey: try HybridSeal.seal(secret, to: pair.publicHalf, for: SealedHeader.purpose(name)))
        cipher = FrameCipher(secret, for: fileHeader)
        self.deflater = deflater
    }

    /// Appends a frame.
    ///
    /// - Parameter lines: whole lines, each with its line feed: ``frameBytes`` at most, or one that is longer.
    public func seal(_ lines: Span<UInt8>, _ label: FrameLabel, appendingTo file: inout [UInt8]) {
        precondition(!lines.isEmpty && lines[lines.count - 1] == 0x0A, "lines end with a line feed")
        precondition(label.lines >= 1 && label.lines <= lines.count, "a line has one byte at least")
        precondition(
            lines.count <= (label.lines == 1 ? FileSealer.lineBytes : FileSealer.frameBytes), "the lines are too long")
        let deflated = deflater.deflate(lines)
        let head = FrameHead(
            index: nextIndex, sealedCount: UInt32(deflated.count), plainCount: UInt32(lines.count), label: label,
            isLast: false)
        append(head, deflated, to: &file)
    }

    /// Appends the last frame and the trailer, after which the file is whole.
    public func finish(appendingTo file: inout [UInt8]) {
        append(.last(nextIndex), [], to: &file)
        file += header
        isFinished = true
    }

    private func append(_ head: FrameHead, _ text: [UInt8], to file: inout [UInt8]) {
        precondition(!isFinished, "a file that is finished is not written to again")
        precondition(nextIndex < .max, "a file has fewer than 4,294,967,296 frames")
        file.append(bigEndian: fileHeader.mark)
        file += head.bytes
        cipher.seal(text, head, appendingTo: &file)
        nextIndex += 1
    }
}
