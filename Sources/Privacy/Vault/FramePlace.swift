/// Where a frame lies, as far as its mark and its head tell.
struct FramePlace: Hashable {
    /// Where its mark begins.
    let offset: Int
    /// The length of the whole frame.
    let count: Int
    let index: Int
    let isLast: Bool

    var end: Int { offset + count }

    init(_ head: FrameHead, at offset: Int) {
        self.offset = offset
        count = head.frameCount
        index = Int(head.index)
        isLast = head.isLast
    }
}
