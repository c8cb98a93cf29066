/// Sixteen bytes of a keyed MAC over input: says that two inputs agree, and nothing else without the key.
public struct Fingerprint: Hashable, Sendable {
    /// The first and last eight bytes, each read as a big-endian integer.
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}
