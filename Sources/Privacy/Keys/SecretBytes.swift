internal import Glibc

/// Secret bytes of which only the greatest length is known before they are there: the text of a private half.
///
/// As ``SecretKey``, it cannot be copied or printed, and its memory is overwritten when it goes.
@safe
struct SecretBytes: ~Copyable {
    let capacity: Int
    private(set) var count = 0

    // SAFETY: owned by this value alone from `init` to `deinit`.
    private let storage: UnsafeMutableRawPointer

    init(capacity: Int) {
        self.capacity = capacity
        unsafe storage = .allocate(byteCount: capacity, alignment: 8)
        unsafe storage.initializeMemory(as: UInt8.self, repeating: 0, count: capacity)
    }

    /// Lends the whole capacity to `fill`, which says how many bytes it has written.
    mutating func fill<Failure: Error>(
        _ fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
    ) throws(Failure) {
        // SAFETY: the pointer does not outlive the call.
        count = try unsafe fill(UnsafeMutableRawBufferPointer(start: storage, count: capacity))
    }

    mutating func append(_ text: String) {
        for byte in text.utf8 { append(byte) }
    }

    mutating func append(_ byte: UInt8) {
        precondition(count < capacity, "the capacity was chosen too small")
        // SAFETY: within the capacity.
        unsafe storage.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count += 1
    }

    deinit {
        // SAFETY: allocated in `init`; `explicit_bzero` is not optimised away.
        unsafe explicit_bzero(storage, capacity)
        unsafe storage.deallocate()
    }

    /// Lends the bytes; the pointer must not leave `body`.
    func withUnsafeBytes<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(UnsafeRawBufferPointer(start: storage, count: count))
    }
}
