/// Collects the pages of a chunk into the arrays of ``ColumnValues``.
protocol ColumnAccumulator {
    /// Takes rows that are all null.
    mutating func appendNulls(_ count: Int)
    /// Takes a page that has at least one value.
    mutating func append(_ page: DataPage, dictionary: EncodedDictionary?) throws(ParquetError)
    /// Everything so far; `dictionary` is the chunk's.
    func finish(dictionary: EncodedDictionary?) -> ColumnValues
}
