extension PublishedTable {
    /// One column of released rows: its distinct values, and for each row which of them it has.
    ///
    /// Log bins and hidden values take a byte per row that way, and any value of any row is found at once.
    struct ColumnBytes: Sendable {
        /// What a value is; the first byte of each.
        enum Form: UInt8 {
            case hidden, number, ratio, atLeast, openBin, bin
        }

        /// How many distinct values there are.
        let valueCount: Int
        /// Bytes of the first and of the second number of each.
        let widths: (first: Int, second: Int)
        /// Bytes of a row's place among them; 0 if all rows have the only one.
        let placeWidth: Int
        let forms: Int
        let places: Int

        private var firsts: Int { forms + valueCount }
        private var seconds: Int { firsts + valueCount * widths.first }

        func value(_ row: Int, in bytes: [UInt8]) -> Value {
            value(at: Int(NarrowNumber.unsigned(bytes, at: places + row * placeWidth, width: placeWidth)), in: bytes)
        }

        func values(count: Int, in bytes: [UInt8]) -> [Value] {
            let distinct = (0..<valueCount).map { value(at: $0, in: bytes) }
            return (0..<count).map { row in
                distinct[Int(NarrowNumber.unsigned(bytes, at: places + row * placeWidth, width: placeWidth))]
            }
        }

        func holdsBins(in bytes: [UInt8]) -> Bool {
            bytes[forms..<firsts].contains { $0 == Form.openBin.rawValue || $0 == Form.bin.rawValue }
        }

        private func value(at place: Int, in bytes: [UInt8]) -> Value {
            let first = NarrowNumber.signed(bytes, at: firsts + place * widths.first, width: widths.first)
            let second = NarrowNumber.signed(bytes, at: seconds + place * widths.second, width: widths.second)
            return switch Form(rawValue: bytes[forms + place]) {
            case .hidden, nil: .hidden
            case .number: .number(first)
            case .ratio: .ratio(first, over: second)
            case .atLeast: .atLeast(first)
            case .openBin: .bin(from: first, below: nil)
            case .bin: .bin(from: first, below: second)
            }
        }
    }
}

extension PublishedTable.Value {
    var form: PublishedTable.ColumnBytes.Form {
        switch self {
        case .hidden: .hidden
        case .number: .number
        case .ratio: .ratio
        case .atLeast: .atLeast
        case .bin(_, let upper): upper == nil ? .openBin : .bin
        }
    }

    /// The numbers that it is made of, zero where it has none.
    var numbers: (first: Int64, second: Int64) {
        switch self {
        case .hidden: (0, 0)
        case .number(let number), .atLeast(let number): (number, 0)
        case .ratio(let numerator, let denominator): (numerator, denominator)
        case .bin(let lower, let upper): (lower, upper ?? 0)
        }
    }
}
