import CZlib

/// Deflates buffers, each into one complete gzip member, with one zlib state for all.
@safe public struct GzipDeflater: ~Copyable, @unchecked Sendable {
    // SAFETY: allocated here, never lent, freed by `deinit`; the value cannot be copied, so it has one owner on one
    // thread.
    private let stream: UnsafeMutablePointer<z_stream>
    private var scratch: [UInt8] = []

    /// - Parameter level: 0 (stored) to 9 (smallest). 1 is the fastest that compresses.
    public init(level: Int = 1) {
        precondition((0...9).contains(level), "zlib knows the levels 0 to 9")
        // zlib keeps a pointer back to the stream, so the stream must not move.
        unsafe stream = UnsafeMutablePointer.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 15 bits of window, 16 for the gzip wrapper, memory level 8: zlib's own defaults.
        let status = unsafe deflateInit2_(
            stream, CInt(level), Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY,
            ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "zlib could not allocate its state")
    }

    deinit {
        // SAFETY: the stream was initialised in `init`, and nobody else holds it.
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Gives the memory that the largest buffer so far needed back; the next one allocates it anew.
    public mutating func releaseBuffer() {
        scratch = []
    }

    /// Appends `input` to `output` as one gzip member.
    ///
    /// Input must be smaller than 4 GiB.
    public mutating func deflate(_ input: Span<UInt8>, appendingTo output: inout [UInt8]) {
        unsafe deflateReset(stream)
        let bound = Int(unsafe deflateBound(stream, CUnsignedLong(input.count)))
        if scratch.count < bound { scratch = [UInt8](repeating: 0, count: bound) }
        let room = CUnsignedInt(scratch.count)
        // SAFETY: zlib reads the input and writes at most `room` bytes of the scratch buffer, both within bounds;
        // neither pointer is used after the call.
        let status = unsafe input.withUnsafeBufferPointer { source in
            unsafe scratch.withUnsafeMutableBufferPointer { target in
                unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.pointee.avail_in = CUnsignedInt(input.count)
                unsafe stream.pointee.next_out = target.baseAddress
                unsafe stream.pointee.avail_out = room
                return unsafe CZlib.deflate(stream, Z_FINISH)
            }
        }
        precondition(status == Z_STREAM_END, "deflateBound promised that one call is enough")
        let written = Int(room - (unsafe stream.pointee.avail_out))
        output.append(contentsOf: scratch[..<written])
    }
}
