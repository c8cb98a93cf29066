extension ByteInterner {
    /// Interns the values at `ranges` of `bytes` and appends their numbers, ``absentIndex`` where there is no value.
    ///
    /// A column's values are looked up in groups, each step for the whole group before the next: the cache misses of
    /// one step do not depend on each other, so the processor waits for all of them at once.
    public mutating func intern(
        _ ranges: Span<ByteRange>, of bytes: Span<UInt8>, appendingTo indices: inout [UInt32]
    ) {
        // SAFETY: the buffer is read, never kept; every range is checked against it before its first use.
        unsafe bytes.withUnsafeBufferPointer { buffer in
            var first = 0
            while first < ranges.count {
                let count = min(32, ranges.count - first)
                unsafe internGroup(ranges.extracting(first..<first + count), of: buffer, appendingTo: &indices)
                first += count
            }
        }
    }

    /// - Parameter ranges: at most 32.
    @inline(__always)
    private mutating func internGroup(
        _ ranges: Span<ByteRange>, of bytes: UnsafeBufferPointer<UInt8>, appendingTo indices: inout [UInt32]
    ) {
        var hashes = InlineArray<32, UInt64>(repeating: 0)
        var candidates = InlineArray<32, UInt64>(repeating: 0)
        let mask = slots.count - 1
        for row in ranges.indices {
            let range = ranges[row]
            if range.isAbsent { continue }
            let hash = unsafe ByteInterner.hash(bytes.extracting(range.indices), seed: seed)
            hashes[row] = hash
            candidates[row] = slots[Int(truncatingIfNeeded: hash) & mask]
        }
        var starts = InlineArray<32, Int>(repeating: -1)
        for row in ranges.indices {
            let candidate = candidates[row]
            if candidate == 0 || ByteInterner.tag(candidate) != ByteInterner.tag(hashes[row]) { continue }
            let held = dictionary.range(of: ByteInterner.index(candidate))
            if held.count == ranges[row].indices.count { starts[row] = held.lowerBound }
        }
        for row in ranges.indices {
            let range = ranges[row]
            if range.isAbsent {
                indices.append(absentIndex)
            } else if starts[row] >= 0, unsafe dictionary.holds(bytes.extracting(range.indices), from: starts[row]) {
                indices.append(UInt32(truncatingIfNeeded: ByteInterner.index(candidates[row])))
            } else {
                indices.append(unsafe intern(bytes.extracting(range.indices), hash: hashes[row]))
            }
        }
    }
}

extension ByteDictionary {
    /// Whether the arena holds `value`'s bytes from `start` on.
    @inline(__always)
    fileprivate func holds(_ value: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        precondition(start + value.count <= bytes.count)
        // SAFETY: both places hold `value.count` bytes, as checked.
        return unsafe bytes.withUnsafeBytes { arena in
            guard let base = arena.baseAddress, let other = value.baseAddress else { return true }
            return unsafe equalBytes(base + start, other, count: value.count)
        }
    }
}
