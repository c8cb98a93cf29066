/// The bytes of one run, from which a fuzz target takes its choices.
///
/// Choices are taken from the front and the rest is the text, so that libFuzzer's mutations of one leave the other alone.
/// An input that is too short gives zeros.
public struct FuzzInput {
    private let bytes: [UInt8]
    private var position = 0

    /// - Parameters:
    ///   - start: what libFuzzer hands to `LLVMFuzzerTestOneInput`.
    ///   - count: the number of bytes there.
    public init(_ start: UnsafePointer<UInt8>?, _ count: Int) {
        // SAFETY: libFuzzer lends `count` bytes for the length of the call, and they are copied here.
        bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// Whether all bytes have been taken.
    public var isEmpty: Bool { position == bytes.count }

    /// The next byte.
    public mutating func byte() -> UInt8 {
        guard position < bytes.count else { return 0 }
        defer { position += 1 }
        return bytes[position]
    }

    /// A choice among `count` possibilities, at most 256.
    public mutating func choice(_ count: Int) -> Int {
        Int(byte()) % count
    }

    /// The bytes up to the next line feed, which is taken, too.
    public mutating func line() -> [UInt8] {
        let end = bytes[position...].firstIndex(of: 10) ?? bytes.count
        defer { position = min(end + 1, bytes.count) }
        return Array(bytes[position..<end])
    }

    /// Everything that is left.
    public mutating func rest() -> [UInt8] {
        defer { position = bytes.count }
        return Array(bytes[position...])
    }
}
