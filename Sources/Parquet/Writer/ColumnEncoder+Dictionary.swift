extension ColumnEncoder {
    /// Encodes a list of values and one index per row: as a dictionary where that is allowed and smaller, else PLAIN.
    mutating func encode(
        _ dictionary: EncodedDictionary, _ indices: [UInt32], mayBeDictionary: Bool, _ context: Context
    ) throws(ParquetError) -> ColumnStatistics {
        var nullCount = 0
        var largest: UInt32 = 0
        for index in indices {
            nullCount &+= index == ColumnValues.nullIndex ? 1 : 0
            largest = max(largest, index == ColumnValues.nullIndex ? 0 : index)
        }
        guard nullCount == indices.count || Int(largest) < dictionary.count else { throw context.error(.index) }
        let presentCount = indices.count - nullCount
        // One bit even for a single value: some readers do not know the width 0.
        let width = max(1, BitPacking.width(of: UInt32(max(dictionary.count - 1, 0))))
        let nulls: NullRows<UInt32> = nullCount == 0 ? .none : .marked(by: ColumnValues.nullIndex)
        if mayBeDictionary, pays(dictionary, indices, presentCount: presentCount, width: width) {
            pages.appendDictionaryPage(dictionary.bytes.span, count: dictionary.count)
            _ = try appendPages(
                indices, nulls, context, encoding: .rleDictionary, rowsPerPage: options.bytesPerPage * 8 / width
            ) { rows, body in
                body.append(UInt8(width))
                HybridEncoder.append(rows, width: width, to: &body)
            }
        } else {
            let bytesPerRow = max(1, plainSize(dictionary, indices) / max(indices.count, 1))
            _ = try appendPages(
                indices, nulls, context, encoding: .plain, rowsPerPage: options.bytesPerPage / bytesPerRow
            ) { rows, body in
                dictionary.appendValues(rows, to: &body)
            }
        }
        var statistics = ColumnStatistics(nullCount: Int64(nullCount))
        if context.column.hasStatistics {
            statistics.setBounds(of: dictionary, context.column, limit: options.statisticsByteLimit)
        }
        return statistics
    }

    /// Whether dictionary and packed indices are smaller than PLAIN values.
    ///
    /// Runs among the indices are not foreseen.
    private func pays(_ dictionary: EncodedDictionary, _ indices: [UInt32], presentCount: Int, width: Int) -> Bool {
        guard dictionary.bytes.count <= options.dictionaryByteLimit, presentCount > 0 else { return false }
        let indexBytes = presentCount * width / 8
        // A value of variable length has four bytes of length at least, and each is likely used once: no need to count
        // exactly.
        if dictionary.width == nil, indexBytes < 4 * (presentCount - dictionary.count) { return true }
        return dictionary.bytes.count + indexBytes < plainSize(dictionary, indices)
    }

    /// Bytes of all rows in PLAIN.
    private func plainSize(_ dictionary: EncodedDictionary, _ indices: [UInt32]) -> Int {
        var size = 0
        for index in indices where index != ColumnValues.nullIndex {
            size += dictionary.width ?? dictionary.range(of: Int(index)).count + 4
        }
        return size
    }
}

extension EncodedDictionary {
    /// Appends the values of rows as PLAIN does.
    fileprivate func appendValues(_ rows: Span<UInt32>, to output: inout [UInt8]) {
        for row in 0..<rows.count {
            let range = range(of: Int(rows[row]))
            let start = width == nil ? range.lowerBound - 4 : range.lowerBound
            output.append(contentsOf: bytes[start..<range.upperBound])
        }
    }
}

extension ColumnStatistics {
    /// Takes the bounds from all values of a dictionary, in the order of the column's type.
    fileprivate mutating func setBounds(of dictionary: EncodedDictionary, _ column: ColumnSchema, limit: Int) {
        switch column.type {
        case .byteArray, .fixedLengthByteArray:
            // Readers refuse bounds of a fixed width that do not have it.
            let limit = column.type == .byteArray ? limit : .max
            guard let bounds = ByteBounds(dictionary, limit: limit) else { return }
            minimum = bounds.minimum
            maximum = bounds.maximum
            // Whether a bound that was not shortened is exact depends on which values rows use.
            if !bounds.isMinimumExact { isMinimumExact = false }
            if !bounds.isMaximumExact, maximum != nil { isMaximumExact = false }
        case .int32:
            setBounds(of: (0..<dictionary.count).map { Int32(truncatingIfNeeded: dictionary.integer($0)) }, column)
        case .int64: setBounds(of: (0..<dictionary.count).map { dictionary.integer($0) }, column)
        case .boolean, .int96, .float, .double: break
        }
    }

    private mutating func setBounds<Value: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
        of values: [Value], _ column: ColumnSchema
    ) {
        var bounds = IntegerBounds<Value>(isSigned: column.isSignedNumber)
        bounds.include(values.span)
        minimum = bounds.bytes?.minimum
        maximum = bounds.bytes?.maximum
    }
}
