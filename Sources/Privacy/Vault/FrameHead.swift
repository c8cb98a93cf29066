/// What stands before the sealed text of a frame, behind the mark: its label in full.
///
/// 33 bytes, integers with the highest byte first: index, length of the sealed text without its tag, length of what it
/// inflates to and number of lines, source and parse context, 4 bytes each; the time of arrival, 8 bytes; 1 in the last
/// frame of a file, else 0.
struct FrameHead: Hashable {
    static let byteCount = 33
    /// A frame has a mark, a head, the sealed text and a tag.
    static let markLength = 8
    static let tagLength = 16
    /// By how much a frame is longer than its sealed text.
    static let overhead = markLength + byteCount + tagLength

    let index: UInt32
    let sealedCount: UInt32
    let plainCount: UInt32
    let label: FrameLabel
    let isLast: Bool

    /// How long the whole frame is.
    var frameCount: Int { FrameHead.overhead + Int(sealedCount) }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(FrameHead.byteCount)
        bytes.append(bigEndian: index)
        bytes.append(bigEndian: sealedCount)
        bytes.append(bigEndian: plainCount)
        bytes.append(bigEndian: label.lines)
        bytes.append(bigEndian: label.source)
        bytes.append(bigEndian: label.context)
        bytes.append(bigEndian: label.arrival)
        bytes.append(isLast ? 1 : 0)
        return bytes
    }
}

extension FrameHead {
    /// - Returns: nil unless it is what a ``FileSealer`` may have written.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == FrameHead.byteCount, let flag = bytes.last, flag <= 1 else { return nil }
        var position = 0
        index = bytes.bigEndian(at: &position)
        sealedCount = bytes.bigEndian(at: &position)
        plainCount = bytes.bigEndian(at: &position)
        let lines: UInt32 = bytes.bigEndian(at: &position)
        let source: UInt32 = bytes.bigEndian(at: &position)
        let context: UInt32 = bytes.bigEndian(at: &position)
        let arrival: Int64 = bytes.bigEndian(at: &position)
        label = FrameLabel(source: source, context: context, arrival: arrival, lines: lines)
        isLast = flag == 1
        guard isLast ? self == .last(index) : isPlausible else { return nil }
    }

    /// The head of the frame that ends a file.
    static func last(_ index: UInt32) -> FrameHead {
        FrameHead(
            index: index, sealedCount: 0, plainCount: 0,
            label: FrameLabel(source: 0, context: 0, arrival: 0, lines: 0), isLast: true)
    }

    /// Whether lines of this length and number may stand in one frame, and be deflated to so much.
    private var isPlausible: Bool {
        label.lines >= 1 && plainCount >= label.lines && sealedCount >= 1
            && plainCount <= (label.lines == 1 ? FileSealer.lineBytes : FileSealer.frameBytes)
            && sealedCount <= FrameDeflater.bound(Int(plainCount))
    }
}
