import Events

@testable import Privacy

/// A sealed file and what was sealed in it, under a key that is always the same.
struct SealedOriginal {
    static let day = Day(number: 20_513)
    static let name = SealedName(kind: .raw, day: day, writer: "host-1", sequence: 7)
    static let privateHalf = PrivateHalf(
        unsafe SecretKey { buffer in
            // SAFETY: the buffer is written within its bounds.
            for offset in buffer.indices { unsafe buffer[offset] = UInt8(offset) }
        })
    static let file = SealedOriginal(name, ["a\n", "bb\nbb\n", "\n", "ccc\n"])
    /// Another file of the same day.
    static let other = SealedOriginal(
        SealedName(kind: .raw, day: day, writer: "host-1", sequence: 8), ["a\n", "x\n", "y\n", "z\n"])

    let lines: [[UInt8]]
    let header: [UInt8]
    /// As they stand in the file; behind those with lines the last one.
    let frames: [[UInt8]]
    var bytes: [UInt8] { header + frames.joined() + header }

    private init(_ name: SealedName, _ texts: [String]) {
        let publicHalf = SealedOriginal.privateHalf.publicHalf.bytes
        let file = Array("footday".utf8) + [1, 0, 0, 0, 1] + publicHalf + [UInt8](repeating: 0, count: 28)
        guard let key = SealedPair(file, name: .day(name.day, turn: 1)),
            let sealer = try? FileSealer(name, to: key, deflater: FrameDeflater())
        else { preconditionFailure("the key is one") }
        lines = texts.map { Array($0.utf8) }
        header = sealer.header
        var frames = lines.map { lines in
            var frame: [UInt8] = []
            let count = UInt32(lines.count { $0 == 0x0A })
            sealer.seal(
                lines.span, FrameLabel(source: 1, context: 2, arrival: 3, lines: count), appendingTo: &frame)
            return frame
        }
        var end: [UInt8] = []
        sealer.finish(appendingTo: &end)
        frames.append(Array(end.dropLast(header.count)))
        self.frames = frames
    }

    /// What seals frames of this file.
    var cipher: FrameCipher {
        guard let header = SealedHeader(startOf: header),
            let key = try? HybridSeal.open(
                header.wrappedKey, with: SealedOriginal.privateHalf, for: SealedHeader.purpose(header.name))
        else { preconditionFailure("the header is its own") }
        return FrameCipher(key, for: header)
    }

    /// Whether a file's header, or else its trailer, is this one's.
    func isNamed(by bytes: [UInt8]) -> Bool {
        if let front = SealedHeader(startOf: bytes) { return front.bytes == header }
        return bytes.count >= header.count && bytes.suffix(header.count).elementsEqual(header)
    }
}
