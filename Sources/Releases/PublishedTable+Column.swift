extension PublishedTable {
    /// What the values of one column are.
    public struct Column: Hashable, Sendable {
        /// The name in JSON and CSV, such as `page_views`.
        public let name: String
        public let unit: Unit

        public init(name: String, unit: Unit) {
            self.name = name
            self.unit = unit
        }
    }

    /// What a number counts, and so how it is printed and whether it may be added up.
    public enum Unit: UInt8, Hashable, Sendable, CaseIterable {
        /// Distinct people of one epoch. Never added over epochs: the same person comes back.
        case people
        /// Things that are counted one by one; additive.
        case count
        /// Bytes; additive.
        case bytes
        /// A part of a whole, as a ratio of two counts.
        case share
        /// A mean count, as a ratio of two counts.
        case mean
        /// A mean duration in seconds, as a ratio of seconds to a count.
        case seconds
        /// A duration in microseconds, told as a logarithmic bin; neither added nor averaged.
        case microseconds
        /// A mean duration in microseconds, as a ratio of microseconds to a count.
        case meanMicroseconds
    }
}
