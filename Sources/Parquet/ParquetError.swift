public import Gzip

/// Why a file cannot be read or rows cannot be written.
///
/// Offsets count bytes from the beginning of the file; inside a compressed page they name the page.
public enum ParquetError: Error, Equatable, Sendable {
    /// The file does not begin and end with `PAR1`.
    case notParquet(offset: Int64)
    /// Something in the file contradicts the format.
    case damaged(Part, offset: Int64)
    /// The CRC-32 of a page does not match.
    case checksum(offset: Int64)
    /// A compressed page does not inflate.
    case compression(GzipError, offset: Int64)
    /// The file is valid but uses what this reader does not know.
    case unsupported(Feature, offset: Int64)
    /// The file claims more than ``ReaderLimits`` permits.
    case limitExceeded(Limit, offset: Int64)
    /// The file has no column of this name; the name is the caller's.
    case noSuchColumn(String)
    /// The file has no row group of this number.
    case noSuchRowGroup(Int)
    /// What was given to the writer does not fit its schema.
    case invalidInput(InputFault, column: Int)

    /// The part of a file that is damaged.
    public enum Part: String, Sendable {
        case footer, schema, metadata = "column metadata", pageHeader = "page header", page
        case levels = "definition levels", indices = "dictionary indices", dictionary, values
    }

    /// What this reader does not know.
    public enum Feature: Hashable, Sendable {
        case codec(Codec)
        case encoding(Encoding)
        /// Groups, lists and maps.
        case nestedColumns
        case encryption
        /// Columns that lie in another file.
        case externalColumns
    }

    /// What is larger than permitted.
    public enum Limit: String, Sendable {
        case footerBytes = "footer", rowsPerRowGroup = "row group", pageBytes = "page", chunkBytes = "column chunk"
    }

    /// What is wrong with rows given to the writer.
    public enum InputFault: String, Sendable {
        case columnCount = "the number of columns is not the schema's"
        case type = "the values are not of the column's type"
        case rowCount = "the number of values is not the number of rows"
        case null = "a required column holds nulls"
        case index = "an index lies outside the dictionary"
    }
}

extension ParquetError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notParquet(let offset): "this is no Parquet file: PAR1 is missing at byte \(offset)"
        case .damaged(let part, let offset): "the \(part.rawValue) at byte \(offset) is damaged"
        case .checksum(let offset): "the checksum of the page at byte \(offset) does not match"
        case .compression(let error, let offset): "the page at byte \(offset) does not inflate: \(error)"
        case .unsupported(let feature, let offset): "\(feature) at byte \(offset) cannot be read"
        case .limitExceeded(let limit, let offset): "the \(limit.rawValue) at byte \(offset) is larger than permitted"
        case .noSuchColumn(let name): "there is no column \(name)"
        case .noSuchRowGroup(let index): "there is no row group \(index)"
        case .invalidInput(let fault, let column): "column \(column): \(fault.rawValue)"
        }
    }
}

extension ParquetError.Feature: CustomStringConvertible {
    public var description: String {
        switch self {
        case .codec(let codec): "the codec \(codec)"
        case .encoding(let encoding): "the encoding \(encoding) for this type"
        case .nestedColumns: "a nested or repeated column"
        case .encryption: "encryption"
        case .externalColumns: "a column in another file"
        }
    }
}
