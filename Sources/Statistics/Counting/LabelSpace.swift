import Events

/// The labels of a dimension, numbered over all batches of an epoch.
///
/// Tables share it, so that a text is hashed once per batch and kept once, however many tables it labels.
struct LabelSpace {
    private(set) var interner: ByteInterner
    /// The number of ``Dimension/noValue``.
    let noValue: UInt32
    /// The number of ``Dimension/rare``.
    let rare: UInt32

    init(seed: UInt64) {
        interner = ByteInterner(seed: seed)
        noValue = interner.number(of: Dimension.noValue)
        rare = interner.number(of: Dimension.rare)
    }

    var count: Int { interner.dictionary.count }

    mutating func number(of label: String) -> UInt32 {
        interner.number(of: label)
    }

    /// The numbers of all values of a column.
    mutating func numbers(of dictionary: ByteDictionary) -> [UInt32] {
        (0..<dictionary.count).map { index in
            dictionary.withValue(index) { interner.intern($0) }
        }
    }

    func label(_ number: UInt32) -> String {
        interner.dictionary.text(Int(number))
    }
}

extension ByteInterner {
    fileprivate mutating func number(of label: String) -> UInt32 {
        let bytes = Array(label.utf8)
        return intern(bytes.span)
    }
}

extension Dimension {
    /// The dimension whose labels this one shares.
    var labelSpace: Dimension {
        self == .nextPath ? .text(.path) : self
    }
}
