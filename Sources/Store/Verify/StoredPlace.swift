/// Where a file on record lies.
public enum StoredPlace: Hashable, Sendable {
    /// Under its name, at this path.
    case final(String)
    /// Where it was written: its writer has put it on record and died before it was renamed.
    case staged(String)
    case missing

    /// The path; nil if there is none.
    public var path: String? {
        switch self {
        case .final(let path), .staged(let path): path
        case .missing: nil
        }
    }
}
