internal import Events

/// What a rule made of the distinct values of a raw column: new values, and for each raw value the index of its new
/// one.
///
/// A rule runs once per distinct value of a batch; rows follow by their indices.
struct MappedColumn {
    /// Distinct values.
    private(set) var dictionary: ByteDictionary
    /// From raw indices to new ones, none where the rule left nothing.
    private(set) var map: IndexMap

    /// Applies `rule` to each value of `raw`; the rule appends the new value to its second argument, or returns false
    /// for nothing.
    init(_ raw: ByteDictionary, seed: UInt64, rule: (Span<UInt8>, inout [UInt8]) -> Bool) {
        var builder = Builder(seed: seed, expecting: raw.count)
        var value: [UInt8] = []
        for index in 0..<raw.count {
            value.removeAll(keepingCapacity: true)
            let isPresent = raw.withValue(index) { rule($0, &value) }
            if isPresent { builder.set(value.span, at: index) }
        }
        self = builder.finish()
    }

    /// The texts with the given numbers, each once and in order of appearance; none for ``absentIndex``.
    init(_ numbers: [UInt32], of texts: ByteDictionary) {
        var chosen = ByteDictionary()
        var renumbered = IndexMap(count: texts.count)
        for number in numbers where number != absentIndex && renumbered[number] == absentIndex {
            renumbered[number] = UInt32(texts.withValue(Int(number)) { chosen.append($0) })
        }
        self.init(dictionary: chosen, map: IndexMap(renumbered(numbers)))
    }

    private init(dictionary: ByteDictionary, map: IndexMap) {
        self.dictionary = dictionary
        self.map = map
    }

    /// What a rule made of the parts of values, as what it made of the values.
    ///
    /// - Parameter parts: from values to their parts.
    func following(_ parts: IndexMap) -> MappedColumn {
        MappedColumn(dictionary: dictionary, map: map.following(parts))
    }

    /// Collects the new values of one column; a raw value that is never set has none.
    struct Builder {
        private var interner: ByteInterner
        private var map: IndexMap

        /// - Parameter count: how many raw values there are.
        init(seed: UInt64, expecting count: Int) {
            interner = ByteInterner(seed: seed)
            map = IndexMap(count: count)
        }

        /// Sets what became of raw value `index`.
        @inline(__always)
        mutating func set(_ value: Span<UInt8>, at index: Int) {
            map[UInt32(index)] = interner.intern(value)
        }

        /// Sets what became of raw value `index`, nil for nothing.
        mutating func set(_ name: String?, at index: Int) {
            guard let name else { return }
            set(Array(name.utf8).span, at: index)
        }

        consuming func finish() -> MappedColumn {
            MappedColumn(dictionary: interner.dictionary, map: map)
        }
    }
}
