/// The values of a column in one row group: what the writer takes and what the reader gives.
///
/// In every case an empty array stands for rows that are all null, however many there are.
public enum ColumnValues: Hashable, Sendable {
    /// The index that stands for null.
    public static let nullIndex = UInt32.max

    /// Distinct values, and for each row the index of its value or ``nullIndex``.
    ///
    /// Serves BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY and INT96, and any other type but BOOLEAN whose values were encoded as
    /// PLAIN does. The writer writes every value of the dictionary, used or not, if it writes a dictionary page.
    case dictionary(EncodedDictionary, indices: [UInt32])
    /// The same shape, where values may repeat: the writer writes them PLAIN, and the reader gives this for
    /// chunks that are not wholly dictionary-coded.
    case plain(EncodedDictionary, indices: [UInt32])
    case int32([Int32], nulls: NullRows<Int32> = .none)
    case int64([Int64], nulls: NullRows<Int64> = .none)
    case float([Float], nulls: NullRows<Float> = .none)
    case double([Double], nulls: NullRows<Double> = .none)
    case boolean([Bool], nulls: NullRows<Bool> = .none)
}
