internal import Crypto

/// HMAC-SHA-256 (RFC 2104) whose key has been absorbed: copying it starts a new message at the cost of a copied state.
///
/// Made of two of the library's SHA-256 states and not of its `HMAC`, which is generic: its code is not specialised
/// across modules by a plain release build and costs 0.6 µs a message where this costs 0.33 µs. The tests hold it
/// against RFC 4231, the vectors of Wycheproof and the library's own `HMAC`.
struct KeyedMAC: Sendable {
    private var inner: SHA256
    private let outer: SHA256

    /// - Parameter key: at most 64 bytes, the block of SHA-256; ours have 32.
    init(_ key: SymmetricKey) {
        inner = KeyedMAC.state(key, padding: 0x36)
        outer = KeyedMAC.state(key, padding: 0x5C)
    }

    private static func state(_ key: SymmetricKey, padding: UInt8) -> SHA256 {
        precondition(key.bitCount <= SHA256.blockByteCount * 8, "a longer key would have to be hashed first")
        // SAFETY: both buffers end with their closures; the padded key is wiped before its memory is given back.
        return unsafe withUnsafeTemporaryAllocation(byteCount: SHA256.blockByteCount, alignment: 8) { block in
            defer { unsafe block.initializeMemory(as: UInt8.self, repeating: 0) }
            unsafe block.initializeMemory(as: UInt8.self, repeating: padding)
            unsafe key.withUnsafeBytes { bytes in
                for offset in bytes.indices { unsafe block[offset] ^= bytes[offset] }
            }
            var state = SHA256()
            unsafe state.update(bufferPointer: UnsafeRawBufferPointer(block))
            return state
        }
    }

    @inline(__always)
    mutating func update(_ bytes: Span<UInt8>) {
        // SAFETY: the buffer is read within the call.
        unsafe bytes.withUnsafeBytes { unsafe inner.update(bufferPointer: $0) }
    }

    /// Absorbs the eight bytes of `word`, the highest first.
    mutating func update(_ word: UInt64) {
        // SAFETY: the buffer is read within the call.
        unsafe Swift.withUnsafeBytes(of: word.bigEndian) { unsafe inner.update(bufferPointer: $0) }
    }

    /// The first 16 of the 32 bytes over what was absorbed so far, as two big-endian integers.
    @inline(__always)
    func tag() -> (high: UInt64, low: UInt64) {
        var outer = outer
        // SAFETY: a SHA-256 digest has 32 bytes, and both buffers are read within their calls.
        unsafe inner.finalize().withUnsafeBytes { unsafe outer.update(bufferPointer: $0) }
        return unsafe outer.finalize().withUnsafeBytes { digest in
            let high = unsafe digest.loadUnaligned(as: UInt64.self)
            let low = unsafe digest.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            return (UInt64(bigEndian: high), UInt64(bigEndian: low))
        }
    }
}
