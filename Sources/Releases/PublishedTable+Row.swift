extension PublishedTable {
    /// One row: a value of the dimension, or what was put together.
    public struct Row: Hashable, Sendable {
        /// Whether the row is what its label says.
        public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
            /// One value of the dimension.
            case value
            /// All rows that do not stand on enough people, together.
            case other
            /// A value that is known to exist and of which no number is told.
            case hidden
            /// What single visitors added to rows far above everybody else, together.
            case heavy
        }

        /// The values of the dimensions: one, or two of which the first names the row of the containing table.
        ///
        /// They came from outside: whoever prints them escapes them. The rows "other" and "heavy automated use" of
        /// one containing row keep that row's label as the first.
        public let labels: [String]
        public let kind: Kind
        /// One per column.
        public let values: [Value]

        /// Makes a row.
        ///
        /// Only disclosure control may say that it is fit to be shown.
        @_spi(DisclosureControl)
        public init(labels: [String], kind: Kind, values: [Value]) {
            self.init(decoded: labels, kind: kind, values: values)
        }

        /// Makes a row of one dimension.
        @_spi(DisclosureControl)
        public init(label: String, kind: Kind, values: [Value]) {
            self.init(decoded: [label], kind: kind, values: values)
        }

        init(decoded labels: [String], kind: Kind, values: [Value]) {
            precondition((1...2).contains(labels.count), "a row has one or two labels")
            self.labels = labels
            self.kind = kind
            self.values = values
        }

        /// The value of the only, or of the second, dimension.
        public var label: String { labels[labels.count - 1] }

        /// The row of the containing table, for rows with two labels.
        public var group: String? { labels.count == 2 ? labels[0] : nil }
    }

    /// One number of a table, or that it is not told.
    public enum Value: Hashable, Sendable {
        case number(Int64)
        /// An exact ratio; the denominator is positive.
        case ratio(Int64, over: Int64)
        /// At least this many, a number of one significant digit: one visitor made more than 80 % of them.
        case atLeast(Int64)
        /// A quantile or a maximum that lies in a logarithmic bin: from `lower` on and below `upper`, nil where there
        /// is no bound.
        case bin(from: Int64, below: Int64?)
        /// Not told: fewer than k visitors stand behind it, or behind what could be computed from it.
        case hidden
    }
}
