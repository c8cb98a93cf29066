extension ColumnEncoder {
    /// Encodes integers: as a dictionary where that is asked for and small, else as differences, or PLAIN if that is
    /// asked for.
    mutating func encode<Value: FixedWidthInteger & SignedInteger & BitwiseCopyable & Sendable>(
        _ values: [Value], _ nulls: NullRows<Value>, _ context: Context
    ) throws(ParquetError) -> ColumnStatistics where Value.Magnitude: BitwiseCopyable {
        let size = MemoryLayout<Value>.size
        if context.column.preference == .dictionary,
            let builder = IntegerDictionaryBuilder(values, nulls: nulls),
            builder.values.count * size * 2 < values.count
        {
            var dictionary = EncodedDictionary(width: size)
            var encoded: [UInt8] = []
            PlainEncoder.append(builder.values.span, to: &encoded)
            _ = dictionary.append(encoded: encoded.span, count: builder.values.count)
            return try encode(dictionary, builder.indices, mayBeDictionary: true, context)
        }
        let isPlain = context.column.preference == .plain
        var bounds = IntegerBounds<Value>(isSigned: context.column.isSignedNumber)
        let nullCount = try appendPages(
            values, nulls, context, encoding: isPlain ? .plain : .deltaBinaryPacked,
            rowsPerPage: options.bytesPerPage / size
        ) { rows, body in
            bounds.include(rows)
            if isPlain {
                PlainEncoder.append(rows, to: &body)
            } else {
                DeltaEncoder.append(rows, to: &body)
            }
        }
        let bytes = bounds.bytes
        return ColumnStatistics(nullCount: Int64(nullCount), minimum: bytes?.minimum, maximum: bytes?.maximum)
    }

    /// Encodes floating-point numbers, always PLAIN.
    mutating func encode<Value: BinaryFloatingPoint & BitwiseCopyable & Sendable>(
        _ values: [Value], _ nulls: NullRows<Value>, _ context: Context
    ) throws(ParquetError) -> ColumnStatistics {
        var smallest = Value.infinity
        var largest = -Value.infinity
        let nullCount = try appendPages(
            values, nulls, context, encoding: .plain, rowsPerPage: options.bytesPerPage / MemoryLayout<Value>.size
        ) { rows, body in
            // Comparisons with NaN are false, so NaN never becomes a bound, as the format asks.
            for index in 0..<rows.count {
                if rows[index] < smallest { smallest = rows[index] }
                if rows[index] > largest { largest = rows[index] }
            }
            PlainEncoder.append(rows, to: &body)
        }
        var statistics = ColumnStatistics(nullCount: Int64(nullCount))
        guard smallest <= largest else { return statistics }
        // Zero has two signs; the bounds take the outer one.
        if smallest == 0 { smallest = -0.0 }
        if largest == 0 { largest = 0.0 }
        var minimum: [UInt8] = []
        var maximum: [UInt8] = []
        PlainEncoder.append([smallest].span, to: &minimum)
        PlainEncoder.append([largest].span, to: &maximum)
        statistics.minimum = minimum
        statistics.maximum = maximum
        return statistics
    }

    /// Encodes booleans as single bits.
    mutating func encode(
        _ values: [Bool], _ nulls: NullRows<Bool>, _ context: Context
    ) throws(ParquetError) -> ColumnStatistics {
        var hasFalse = false
        var hasTrue = false
        let nullCount = try appendPages(
            values, nulls, context, encoding: .plain, rowsPerPage: options.rowsPerPage
        ) { rows, body in
            for index in 0..<rows.count {
                hasTrue = hasTrue || rows[index]
                hasFalse = hasFalse || !rows[index]
            }
            PlainEncoder.append(rows, to: &body)
        }
        guard hasFalse || hasTrue else { return ColumnStatistics(nullCount: Int64(nullCount)) }
        return ColumnStatistics(
            nullCount: Int64(nullCount), minimum: [hasFalse ? 0 : 1], maximum: [hasTrue ? 1 : 0])
    }
}
