import Testing

/// The ways in which one and the same content reaches the program.
enum Form: CaseIterable, CustomTestStringConvertible {
    case file
    /// A regular file on the standard input.
    case redirected
    case pipe
    /// A pipe that gives few bytes at a time.
    case slowPipe
    case gzip
    /// Several gzip members, cut anywhere.
    case members
    case gzipPipe

    var testDescription: String { String(describing: self) }

    func pack(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .file, .redirected, .pipe, .slowPipe: return bytes
        case .gzip, .gzipPipe: return Workspace.gzip(bytes)
        case .members:
            let first = bytes.count / 3
            let second = bytes.count / 2
            return Workspace.gzip(Array(bytes[..<first]), Array(bytes[first..<second]), Array(bytes[second...]))
        }
    }

    /// Cuts bytes at places that have nothing to do with lines or blocks.
    static func pieces(_ bytes: [UInt8]) -> [[UInt8]] {
        stride(from: 0, to: bytes.count, by: 1009).map { Array(bytes[$0..<min($0 + 1009, bytes.count)]) }
    }
}
