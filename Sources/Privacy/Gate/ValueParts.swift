internal import Events

/// The distinct parts of a column's values that rules look at, such as the paths of request targets.
///
/// There are far fewer of them than values: one page is asked for with many queries, and one site refers from many pages.
struct ValueParts {
    /// The distinct parts.
    let dictionary: ByteDictionary
    /// By raw index: which part the value has; ``absentIndex`` where it has none.
    let map: [UInt32]

    /// Collects the parts, value by value.
    struct Builder {
        private var interner: ByteInterner
        private var map: [UInt32] = []

        /// - Parameter count: how many values will come.
        init(seed: UInt64, values count: Int) {
            interner = ByteInterner(seed: seed)
            map.reserveCapacity(count)
        }

        /// Adds the next value's part.
        @inline(__always)
        mutating func append(_ part: Span<UInt8>) {
            map.append(interner.intern(part))
        }

        /// The next value has no such part.
        mutating func appendAbsent() {
            map.append(absentIndex)
        }

        mutating func finish() -> ValueParts {
            ValueParts(dictionary: interner.takeDictionary(), map: map)
        }
    }
}
