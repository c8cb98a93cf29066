/// The index that stands for "no value" in a dictionary-coded column.
public let absentIndex = UInt32.max

/// A dictionary-coded column of texts: distinct values, and for each row the index of its value.
public struct TextColumn: Sendable {
    public var dictionary: ByteDictionary
    /// One index per row, ``absentIndex`` for null; an empty array means that every row is null.
    public var indices: [UInt32]

    public init(dictionary: ByteDictionary = ByteDictionary(), indices: [UInt32] = []) {
        self.dictionary = dictionary
        self.indices = indices
    }

    /// The index of `row`'s value, ``absentIndex`` for null.
    @inlinable
    public func index(_ row: Int) -> UInt32 {
        indices.isEmpty ? absentIndex : indices[row]
    }
}

/// A dictionary-coded column of pseudonyms.
public struct PseudonymColumn: Sendable {
    /// Distinct values.
    public var dictionary: [Pseudonym]
    /// One index per row, ``absentIndex`` for null; an empty array means that every row is null.
    public var indices: [UInt32]

    public init(dictionary: [Pseudonym] = [], indices: [UInt32] = []) {
        self.dictionary = dictionary
        self.indices = indices
    }

    /// The index of `row`'s value, ``absentIndex`` for null.
    @inlinable
    public func index(_ row: Int) -> UInt32 {
        indices.isEmpty ? absentIndex : indices[row]
    }
}

/// A column of whole numbers.
public struct NumberColumn: Sendable {
    /// The value that stands for null.
    public static let absent = Int64.min

    /// One value per row, ``absent`` for null; an empty array means that every row is null.
    public var values: [Int64]

    public init(values: [Int64] = []) {
        self.values = values
    }

    /// The value of `row`, ``absent`` for null.
    @inlinable
    public func value(_ row: Int) -> Int64 {
        values.isEmpty ? NumberColumn.absent : values[row]
    }
}
