/// Sixteen bytes that stand for an identifier of a person who has made a request.
///
/// Made in `Privacy` as a keyed MAC, the same in every epoch, so that a line can be told to be an objector's without
/// keeping who objected; nothing here can make one from an identifier.
public struct SubjectTag: Hashable, Sendable {
    /// The first and last eight bytes, each read as a big-endian integer.
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}
