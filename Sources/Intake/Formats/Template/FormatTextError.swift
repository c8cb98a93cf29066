/// Why the text of a log format cannot be used.
public enum FormatTextError: Error, Equatable, Sendable {
    /// There is no format of that name; `nearest` is the one whose name is most alike.
    case unknownName(nearest: String?)
    /// The directive at this byte of the text is not known to the dialect.
    case unknownDirective(offset: Int)
    /// The text stops within a directive or a quoted string that begins at this byte.
    case unfinished(offset: Int)
    /// Nothing stands between the directive at this byte and the next, so that nobody can tell where its value ends.
    case noEnd(offset: Int)
    /// No directive gives the time, and without one no line can be put on its day.
    case noTime
    /// No directive gives anything that is counted.
    case nothingUsed
    /// A field map names something that is no field; the names of the fields are known.
    case unknownField(offset: Int)
}

extension FormatTextError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownName(let nearest):
            "There is no format of that name." + (nearest.map { " Did you mean \($0)?" } ?? "")
                + " `footfall ingest --list-formats` lists them."
        case .unknownDirective(let offset):
            "The directive at character \(offset + 1) of the format is not known. Take the text as it stands in the"
                + " server's configuration."
        case .unfinished(let offset):
            "The format ends within what begins at character \(offset + 1)."
        case .noEnd(let offset):
            "Nothing stands between the field at character \(offset + 1) of the format and the next field, so nobody can"
                + " tell where it ends."
        case .noTime:
            "The format has no time, and without one no line can be put on its day. Add %t (Apache) or $time_local"
                + " (nginx) to the server's configuration."
        case .nothingUsed:
            "The format has nothing that is counted: no client, request, status or device."
        case .unknownField(let offset):
            "There is no field of the name at character \(offset + 1). The fields are: \(LogField.names)."
        }
    }
}
