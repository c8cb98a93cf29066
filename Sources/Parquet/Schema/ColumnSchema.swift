/// A column: its name, its type, and how the writer should store it.
public struct ColumnSchema: Hashable, Sendable {
    /// The encoding to try first; the writer falls back to PLAIN where it does not pay.
    public enum Preference: Hashable, Sendable {
        case dictionary
        /// DELTA_BINARY_PACKED, for INT32 and INT64 that rise or stay close.
        case delta
        case plain
    }

    public let name: String
    public let type: PhysicalType
    public let logicalType: LogicalType?
    /// Whether rows may be null.
    public let isOptional: Bool
    /// What the writer uses.
    ///
    /// A file's chunks name their own codec.
    public let codec: Codec
    public let preference: Preference
    /// Whether the smallest and the largest value are written into the footer, in the clear.
    ///
    /// Leave it off for identifying columns.
    public let hasStatistics: Bool

    /// - Precondition: the logical type applies to the physical type; the codec is ``Codec/uncompressed`` or
    ///   ``Codec/gzip``.
    public init(
        _ name: String, _ type: PhysicalType, _ logicalType: LogicalType? = nil, isOptional: Bool = false,
        codec: Codec = .gzip, preference: Preference = .dictionary, hasStatistics: Bool = true
    ) {
        precondition(logicalType?.applies(to: type) ?? true, "the logical type does not apply to the physical type")
        precondition(codec == .uncompressed || codec == .gzip, "the writer has no such codec")
        self.name = name
        self.type = type
        self.logicalType = logicalType
        self.isOptional = isOptional
        self.codec = codec
        self.preference = preference
        self.hasStatistics = hasStatistics
    }
}
