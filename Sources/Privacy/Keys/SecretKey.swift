internal import Crypto
internal import Glibc

/// Thirty-two secret bytes: the only form in which key material lives in memory.
///
/// It cannot be copied, printed, compared or encoded, and its memory is overwritten when it goes.
@safe
public struct SecretKey: ~Copyable, @unchecked Sendable {
    static let byteCount = 32

    // SAFETY: owned by this value alone from `init` to `deinit`, written only there and in `withUnsafeMutableBytes`,
    // which needs exclusive access; hence the value may move between threads.
    private let storage: UnsafeMutableRawPointer

    /// A key of 32 zero bytes, to be filled.
    private init(zeroed: Void) {
        unsafe storage = .allocate(byteCount: SecretKey.byteCount, alignment: 8)
        unsafe storage.initializeMemory(as: UInt8.self, repeating: 0, count: SecretKey.byteCount)
    }

    /// Fills a new key in place; what `fill` throws is passed on and the memory wiped.
    init<Failure: Error>(filling fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
        self.init(zeroed: ())
        // SAFETY: the pointer does not outlive the call.
        try unsafe fill(UnsafeMutableRawBufferPointer(start: storage, count: SecretKey.byteCount))
    }

    /// A new key from the operating system's generator.
    static func random() -> SecretKey {
        unsafe SecretKey { buffer in
            var generator = SystemRandomNumberGenerator()
            for offset in stride(from: 0, to: SecretKey.byteCount, by: 8) {
                unsafe buffer.storeBytes(of: generator.next(), toByteOffset: offset, as: UInt64.self)
            }
        }
    }

    deinit {
        // SAFETY: allocated in `init`; `explicit_bzero` is not optimised away.
        unsafe explicit_bzero(storage, SecretKey.byteCount)
        unsafe storage.deallocate()
    }

    /// Whether both hold the same bytes, in a time that tells nothing of where they differ.
    func isEqual(to other: borrowing SecretKey) -> Bool {
        unsafe withUnsafeBytes { own in
            unsafe other.withUnsafeBytes { others in
                // SAFETY: both buffers have the length of a key.
                unsafe zip(own, others).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
            }
        }
    }

    /// Lends the bytes; the pointer must not leave `body`.
    func withUnsafeBytes<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(UnsafeRawBufferPointer(start: storage, count: SecretKey.byteCount))
    }
}
