import FuzzSupport

@testable import Privacy

/// A file while things are done to it.
struct EditedFile {
    private(set) var bytes: [UInt8]
    /// Whether there are frames that only those who have the key can make.
    private(set) var isForged = false

    private let original: SealedOriginal

    init(_ original: SealedOriginal) {
        self.original = original
        bytes = original.bytes
    }

    /// Takes one step: a byte says what is done, two say where.
    mutating func edit(_ input: inout FuzzInput) {
        let step = input.choice(9)
        let place = min(Int(input.byte()) << 8 | Int(input.byte()), bytes.count)
        switch step {
        case 0: if place < bytes.count { bytes[place] ^= input.byte() }
        case 1: bytes.removeSubrange(place..<min(place + Int(input.byte()), bytes.count))
        case 2:
            bytes.insert(
                contentsOf: bytes[place..<min(place + Int(input.byte()), bytes.count)], at: bytes.count - place)
        case 3: bytes.insert(contentsOf: original.frames[input.choice(5)], at: place)
        case 4: bytes.insert(contentsOf: SealedOriginal.other.frames[input.choice(5)], at: place)
        case 5: bytes.insert(contentsOf: input.line(), at: place)
        case 6: bytes.replaceSubrange(place..., with: bytes[place...].prefix(Int(input.byte())))
        case 7: sign()
        default: bytes.insert(contentsOf: forgedFrame(&input), at: place)
        }
        if bytes.count > 1 << 14 { bytes.removeSubrange((1 << 14)...) }
    }

    /// Makes the checksum of the header that of what stands there now.
    private mutating func sign() {
        guard bytes.count >= original.header.count else { return }
        let end = original.header.count - 32
        bytes.replaceSubrange(end..<(end + 32), with: SHA256Digest.digest(Array(bytes[..<end])))
    }

    /// A frame that opens, with any numbers in its head and any text, which may be no deflated lines.
    private mutating func forgedFrame(_ input: inout FuzzInput) -> [UInt8] {
        isForged = true
        let index = UInt32(input.choice(8))
        let lines = UInt32(input.byte())
        let plain = UInt32(input.byte()) << 8 | UInt32(input.byte())
        let text = input.choice(2) == 0 ? Array(input.line()) : FrameDeflater().deflate(Array(input.line()).span)
        let head = FrameHead(
            index: index, sealedCount: UInt32(text.count), plainCount: plain,
            label: FrameLabel(source: 1, context: 2, arrival: 3, lines: lines), isLast: plain == 0)
        var frame = Array(original.frames[0].prefix(FrameHead.markLength)) + head.bytes
        original.cipher.seal(text, head, appendingTo: &frame)
        return frame
    }
}
