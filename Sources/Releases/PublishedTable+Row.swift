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
        }

        /// The value of the dimension.
        ///
        /// It came from outside: whoever prints it escapes it.
        public let label: String
        public let kind: Kind
        /// One per column.
        public let values: [Value]

        /// Makes a row.
        ///
        /// Only disclosure control may say that it is fit to be shown.
        @_spi(DisclosureControl)
        public init(label: String, kind: Kind, values: [Value]) {
            self.label = label
            self.kind = kind
            self.values = values
        }

        init(decoded label: String, kind: Kind, values: [Value]) {
            self.label = label
            self.kind = kind
            self.values = values
        }
    }

    /// One number of a table, or that it is not told.
    public enum Value: Hashable, Sendable {
        case number(Int64)
        /// An exact ratio; the denominator is positive.
        case ratio(Int64, over: Int64)
        /// Not told: fewer than k visitors stand behind it, or behind what could be computed from it.
        case hidden
    }
}
