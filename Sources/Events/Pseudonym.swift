/// Sixteen bytes that stand for an identifier within one epoch and field.
///
/// Made by the gate as a keyed MAC; nothing here can make one from an identifier.
public struct Pseudonym: Hashable, Sendable {
    /// The first and last eight bytes, each read as a big-endian integer.
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}

extension Pseudonym: Comparable {
    public static func < (left: Pseudonym, right: Pseudonym) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

extension Pseudonym: CustomStringConvertible {
    /// 32 lower-case hexadecimal digits.
    public var description: String {
        func hex(_ word: UInt64) -> String {
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
        return hex(high) + hex(low)
    }
}
