/// Where a value lies in a buffer that its owner knows: half the size of `Range<Int>`, and with a mark for "no value".
public struct ByteRange: Equatable, Sendable {
    /// The first byte of the value.
    public let start: UInt32
    /// The byte behind the value.
    public let end: UInt32

    /// No value.
    public static let absent = ByteRange(start: .max, end: .max)

    @inlinable
    public init(start: UInt32, end: UInt32) {
        self.start = start
        self.end = end
    }

    /// - Parameter range: within the first 4 GiB of the buffer.
    @inlinable
    public init(_ range: Range<Int>) {
        self.init(start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
    }

    /// The same as a range of indices; only for a value that is there.
    @inlinable public var indices: Range<Int> { Int(start)..<Int(end) }
    @inlinable public var isAbsent: Bool { start == .max }
}
