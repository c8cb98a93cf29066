/// The order of labels that are read one after the other: numbers by their value, everything else by its text.
enum LabelOrder {
    static func precedes(_ left: [String], _ right: [String]) -> Bool {
        for (first, second) in zip(left, right) where first != second {
            return precedes(first, second)
        }
        return left.count < right.count
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        switch (number(left), number(right)) {
        case (let first?, let second?) where first != second: first < second
        case (.some, nil): true
        case (nil, .some): false
        default: left < right
        }
    }

    /// The number that a label begins with.
    private static func number(_ label: String) -> Int64? {
        let digits = label.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return digits.isEmpty ? nil : Int64(String(decoding: digits, as: UTF8.self))
    }
}
