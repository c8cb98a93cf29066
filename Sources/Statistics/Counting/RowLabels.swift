/// The label of each row in one dimension, by number.
struct RowLabels {
    /// By place; empty where all rows have the same.
    private let numbers: [UInt32]
    private let only: UInt32

    init(_ numbers: [UInt32]) {
        self.numbers = numbers
        only = 0
    }

    /// The same label for all rows: that of a column nobody filled, for instance.
    init(only number: UInt32) {
        numbers = []
        only = number
    }

    /// Whether all rows have the same label.
    var areEqual: Bool { numbers.isEmpty }

    @inline(__always)
    subscript(place: UInt32) -> UInt32 {
        numbers.isEmpty ? only : numbers[Int(place)]
    }
}
