/// Why a database of places cannot be used; names the file and what kind it is, never what is in its records.
public enum PlaceDatabaseError: Error, Equatable, Sendable {
    /// There is no file here.
    case missing(path: String)
    /// A folder, device or pipe stands in its place.
    case wrongFileType(path: String)
    /// The operating system refused.
    case system(operation: String, path: String, code: Int32)
    /// The file is compressed, as downloads are.
    case compressed(path: String)
    /// The file does not end as MMDB files do: it is none, or its end is missing.
    case notMMDB(path: String)
    /// The file is shorter than its metadata says.
    case truncated(path: String)
    /// The metadata cannot be read, or say what no version 2 of the format allows.
    case damaged(path: String)
    /// A sound file whose records name no countries, such as one of networks or of providers; `type` is its own name
    /// for what it holds.
    case withoutCountries(path: String, type: String)
}

extension PlaceDatabaseError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path):
            "\(path): no such file; give the path of a country or city database in MMDB format"
        case .wrongFileType(let path):
            "\(path): not a plain file; give the path of a country or city database in MMDB format"
        case .system(let operation, let path, let code):
            "\(path): \(operation) failed with error number \(code)"
        case .compressed(let path):
            "\(path): is compressed; unpack it and give the path of the .mmdb file"
        case .notMMDB(let path):
            "\(path): has no MMDB metadata at its end; it is another file, or its download broke off: get it again"
        case .truncated(let path):
            "\(path): is shorter than its metadata says; its beginning is missing: get it again"
        case .damaged(let path):
            "\(path): its metadata cannot be read as MMDB version 2; get it again"
        case .withoutCountries(let path, let type):
            "\(path): is of type \"\(type)\" and names no countries; a country or city database is needed"
        }
    }
}
