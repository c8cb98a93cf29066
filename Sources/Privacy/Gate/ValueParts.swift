internal import Events

/// The distinct parts of a column's values that rules look at, such as the paths of request targets.
///
/// There are far fewer of them than values: one page is asked for with many queries, and one site refers from many pages.
struct ValueParts {
    /// The distinct parts.
    let dictionary: ByteDictionary
    /// From a value to its part, if it has one.
    let map: IndexMap

    /// Collects where in the values their parts lie, value by value.
    struct Builder {
        private let values: ByteDictionary
        private var parts: [ByteRange] = []
        /// Bytes of all parts together.
        private(set) var byteCount = 0

        init(_ values: ByteDictionary) {
            self.values = values
            parts.reserveCapacity(values.count)
        }

        /// The whole values.
        init(whole values: ByteDictionary) {
            self.init(values)
            for index in 0..<values.count { append(0..<values.range(of: index).count) }
        }

        /// Adds where the next value's part lies in it.
        mutating func append(_ part: Range<Int>) {
            let start = values.range(of: parts.count).lowerBound
            parts.append(ByteRange(start + part.lowerBound..<start + part.upperBound))
            byteCount += part.count
        }

        /// The next value has no such part.
        mutating func appendAbsent() {
            parts.append(.absent)
        }

        /// The parts' numbers by value, ``absentIndex`` where there is none.
        func intern(_ interner: inout ByteInterner) -> [UInt32] {
            var numbers: [UInt32] = []
            numbers.reserveCapacity(parts.count + 1)
            values.withArena { interner.intern(parts.span, of: $0, appendingTo: &numbers) }
            return numbers
        }

        func finish(seed: UInt64) -> ValueParts {
            var interner = ByteInterner(seed: seed)
            let numbers = intern(&interner)
            return ValueParts(dictionary: interner.dictionary, map: IndexMap(numbers))
        }
    }
}
