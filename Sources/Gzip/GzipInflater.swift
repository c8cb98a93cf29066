import CZlib

/// Inflates a gzip stream of any number of members piece by piece, with a cap on how far it may grow.
///
/// Zero bytes after a member are padding (RFC 1952 does not name them, tapes and `gzip` do) and are skipped.
///
/// ```swift
/// var inflater = GzipInflater()
/// let progress = try inflater.inflate(block.span, into: &buffer, at: filled)
/// ```
@safe public struct GzipInflater: ~Copyable, @unchecked Sendable {
    /// What one call took and gave, in bytes.
    public struct Progress: Equatable, Sendable {
        public let consumed: Int
        public let produced: Int
    }

    private enum Phase {
        case boundary
        case member(start: Int64)
        case failed(GzipError)
    }

    /// Below this much output the ratio is not looked at.
    private static let ratioFloor: Int64 = 1 << 20

    // SAFETY: allocated here, never lent, freed by `deinit`; the value cannot be copied, so it has one owner on one
    // thread.
    private let stream: UnsafeMutablePointer<z_stream>
    private let maximumRatio: Int64
    private var phase = Phase.boundary

    /// Compressed bytes taken so far.
    public private(set) var consumedBytes: Int64 = 0
    /// Inflated bytes given so far.
    public private(set) var producedBytes: Int64 = 0

    /// - Parameter maximumRatio: inflated bytes per compressed byte beyond which ``GzipError/ratioExceeded(offset:)``
    ///   is thrown. Deflate's own limit is 1032. The first MiB of output is exempt.
    public init(maximumRatio: Int = 1100) {
        self.maximumRatio = Int64(maximumRatio)
        // zlib keeps a pointer back to the stream, so the stream must not move.
        unsafe stream = UnsafeMutablePointer.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for "gzip wrapper only".
        let status = unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        if status != Z_OK { phase = .failed(.outOfMemory) }
    }

    deinit {
        // SAFETY: the stream was initialised in `init`, and nobody else holds it. `inflateEnd` accepts a failed one.
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// True before the first member and right after a complete one: the input may end here.
    public var isAtBoundary: Bool {
        if case .boundary = phase { true } else { false }
    }

    /// Inflates some of `input` into the free space of `output`, which begins at index `start`.
    ///
    /// On return either all input is consumed or the output is full. If the output was filled, call again with free
    /// space even when no input is left, because the end of a match may be waiting. After an error every
    /// further call throws the same error.
    public mutating func inflate(
        _ input: Span<UInt8>, into output: inout [UInt8], at start: Int
    ) throws(GzipError) -> Progress {
        precondition(start >= 0 && start <= output.count, "the free space begins outside the output")
        var consumed = 0
        var produced = 0
        while true {
            switch phase {
            case .failed(let error):
                throw error
            case .boundary:
                let isPadded = consumedBytes > 0
                while isPadded, consumed < input.count, input[consumed] == 0 {
                    consumed += 1
                    consumedBytes += 1
                }
                guard consumed < input.count else { return Progress(consumed: consumed, produced: produced) }
                guard input[consumed] == 0x1F else { throw fail(.notGzip(offset: consumedBytes)) }
                unsafe inflateReset(stream)
                phase = .member(start: consumedBytes)
            case .member(let memberStart):
                let (status, step) = run(input.extracting(consumed..<input.count), into: &output, at: start + produced)
                consumed += step.consumed
                produced += step.produced
                consumedBytes += Int64(step.consumed)
                producedBytes += Int64(step.produced)
                try checkRatio()
                switch status {
                case Z_STREAM_END: phase = .boundary
                case Z_OK where consumed < input.count && start + produced < output.count: continue
                case Z_OK, Z_BUF_ERROR: return Progress(consumed: consumed, produced: produced)
                default: throw fail(error(for: status, memberStart: memberStart))
                }
            }
        }
    }

    /// One call of zlib.
    private func run(_ input: Span<UInt8>, into output: inout [UInt8], at start: Int) -> (status: CInt, Progress) {
        let room = CUnsignedInt(clamping: output.count - start)
        let offered = CUnsignedInt(clamping: input.count)
        var nothing: UInt8 = 0
        // SAFETY: zlib reads `offered` bytes of the input and writes at most `room` bytes behind `start`, both within
        // their buffers, and the pointers are not used after the call. A buffer without an address has no bytes to
        // touch.
        let status = unsafe input.withUnsafeBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                unsafe withUnsafeMutablePointer(to: &nothing) { placeholder in
                    unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: source.baseAddress)
                    unsafe stream.pointee.avail_in = offered
                    unsafe stream.pointee.next_out = unsafe target.baseAddress.map { unsafe $0 + start } ?? placeholder
                    unsafe stream.pointee.avail_out = room
                    return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
                }
            }
        }
        let consumed = Int(offered - (unsafe stream.pointee.avail_in))
        let produced = Int(room - (unsafe stream.pointee.avail_out))
        return (status, Progress(consumed: consumed, produced: produced))
    }

    private mutating func checkRatio() throws(GzipError) {
        guard producedBytes > GzipInflater.ratioFloor, producedBytes / maximumRatio > consumedBytes else { return }
        throw fail(.ratioExceeded(offset: consumedBytes))
    }

    private func error(for status: CInt, memberStart: Int64) -> GzipError {
        if status == Z_MEM_ERROR { return .outOfMemory }
        // The second magic byte is checked by zlib, which has then read exactly these two.
        if consumedBytes - memberStart == 2 { return .notGzip(offset: memberStart) }
        // SAFETY: zlib's messages are static strings.
        let message = unsafe stream.pointee.msg.map { unsafe String(cString: $0) }
        switch message {
        case "incorrect data check", "incorrect length check": return .checksum(offset: consumedBytes)
        default: return .corrupt(offset: consumedBytes)
        }
    }

    private mutating func fail(_ error: GzipError) -> GzipError {
        phase = .failed(error)
        return error
    }
}
