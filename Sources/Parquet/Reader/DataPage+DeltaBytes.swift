// DELTA_LENGTH_BYTE_ARRAY and DELTA_BYTE_ARRAY (`Encodings.md`, 6 and 7).

extension DataPage {
    /// Appends values whose lengths stand together before their bytes.
    func appendDeltaLengthValues(to list: inout EncodedDictionary, byteLimit: Int) throws(ParquetError) {
        var position = values.lowerBound
        try forEachSuffix(from: &position) { bytes throws(ParquetError) in
            guard list.bytes.count + bytes.count + 4 <= byteLimit else {
                throw .limitExceeded(.chunkBytes, offset: offset)
            }
            list.append(bytes)
        }
    }

    /// Appends values that share a prefix with the value before.
    func appendDeltaValues(to list: inout EncodedDictionary, byteLimit: Int) throws(ParquetError) {
        var position = values.lowerBound
        var prefixes: [Int32] = []
        try DeltaDecoder.append(
            bytes.span.extracting(..<values.upperBound), from: &position, count: presentCount, to: &prefixes, at: offset
        )
        var value: [UInt8] = []
        var row = 0
        try forEachSuffix(from: &position) { suffix throws(ParquetError) in
            let prefix = Int(prefixes[row])
            guard prefix >= 0, prefix <= value.count else { throw damaged }
            value.removeLast(value.count - prefix)
            // SAFETY: the buffer is read before the closure ends.
            unsafe suffix.withUnsafeBufferPointer { unsafe value.append(contentsOf: $0) }
            guard list.bytes.count + value.count + 4 <= byteLimit else {
                throw .limitExceeded(.chunkBytes, offset: offset)
            }
            guard value.count == list.width ?? value.count else { throw damaged }
            list.append(value.span)
            row += 1
        }
    }

    private func forEachSuffix(
        from position: inout Int, _ body: (Span<UInt8>) throws(ParquetError) -> Void
    ) throws(ParquetError) {
        let input = bytes.span.extracting(..<values.upperBound)
        var lengths: [Int32] = []
        try DeltaDecoder.append(input, from: &position, count: presentCount, to: &lengths, at: offset)
        for length in lengths {
            guard length >= 0, Int(length) <= input.count - position else { throw damaged }
            try body(input.extracting(position..<position + Int(length)))
            position += Int(length)
        }
    }
}
