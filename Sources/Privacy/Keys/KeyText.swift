/// The 32 bytes of a key as text: base64 (RFC 4648, section 4), from memory to memory.
///
/// The standard library's coders pass through strings, whose memory nobody overwrites.
enum KeyText {
    /// Characters, the one for padding included.
    static let length = 44

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// By which people tell keys apart: the first 16 hexadecimal digits of the SHA-256 of a public half.
    static func fingerprint(of publicHalf: [UInt8]) -> String {
        SHA256Digest.digest(publicHalf).prefix(8).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    static func append(_ key: borrowing SecretKey, to text: inout SecretBytes) {
        unsafe key.withUnsafeBytes { bytes in
            var bits: UInt32 = 0
            var bitCount = 0
            for offset in bytes.indices {
                bits = unsafe bits << 8 | UInt32(bytes[offset])
                bitCount += 8
                while bitCount >= 6 {
                    bitCount -= 6
                    text.append(alphabet[Int(bits >> bitCount & 63)])
                }
            }
            text.append(alphabet[Int(bits << (6 - bitCount) & 63)])
        }
        text.append(UInt8(ascii: "="))
    }

    /// - Returns: nil unless `text` is what ``append(_:to:)`` writes for some key.
    static func read(_ text: UnsafeRawBufferPointer) -> SecretKey? {
        guard text.count == length, unsafe text[length - 1] == UInt8(ascii: "=") else { return nil }
        do {
            return try unsafe SecretKey { (key) throws(Malformed) in try unsafe decode(text, into: key) }
        } catch {
            return nil
        }
    }

    private struct Malformed: Error {}

    private static func decode(
        _ text: UnsafeRawBufferPointer, into key: UnsafeMutableRawBufferPointer
    ) throws(Malformed) {
        var bits: UInt32 = 0
        var bitCount = 0
        var filled = 0
        for offset in 0..<(length - 1) {
            guard let value = unsafe alphabet.firstIndex(of: text[offset]) else { throw Malformed() }
            bits = bits << 6 | UInt32(value)
            bitCount += 6
            guard bitCount >= 8 else { continue }
            bitCount -= 8
            unsafe key[filled] = UInt8(truncatingIfNeeded: bits >> bitCount)
            filled += 1
        }
        // What the last character has more than the key must be zero, so that one key has one text.
        guard bits & (1 << bitCount - 1) == 0 else { throw Malformed() }
    }
}
