/// Decodes PLAIN numbers (`Encodings.md`, 0).
enum PlainDecoder {
    /// Appends `count` little-endian numbers; false if the input is too short.
    ///
    /// `filler` is any value.
    static func append<Value: BitwiseCopyable>(
        _ input: Span<UInt8>, count: Int, filler: Value, to output: inout [Value]
    ) -> Bool {
        let size = MemoryLayout<Value>.stride
        guard input.count / size >= count else { return false }
        let start = output.count
        output.append(contentsOf: repeatElement(filler, count: count))
        // SAFETY: `count * size` bytes exist in the input, as was checked, and behind `start * size` in the output,
        // which was just enlarged. Every bit pattern is a value of the number types this is used for.
        unsafe input.withUnsafeBytes { source in
            unsafe output.withUnsafeMutableBytes { target in
                let numbers = unsafe UnsafeMutableRawBufferPointer(rebasing: target[(start * size)...])
                unsafe numbers.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[..<(count * size)]))
            }
        }
        return true
    }
}
