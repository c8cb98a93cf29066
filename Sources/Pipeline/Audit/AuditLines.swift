import Privacy

/// The lines of an audit log, read in pieces.
///
/// Of a line that is longer than any record only the beginning is given.
struct AuditLines {
    struct Line {
        /// Without the line end.
        let bytes: [UInt8]
        /// Where the next line begins.
        let end: Int64
    }

    private let file: AuditFile
    private var piece: ArraySlice<UInt8> = []
    private var offset: Int64 = 0
    /// What stands behind the last line end, when all lines have been given.
    private(set) var rest: [UInt8] = []

    init(_ file: AuditFile) {
        self.file = file
    }

    /// - Returns: nil behind the last line end.
    mutating func next() throws -> Line? {
        while true {
            if piece.isEmpty {
                piece = try file.read(1 << 16, at: offset)[...]
                guard !piece.isEmpty else { return nil }
            }
            let end = piece.firstIndex(of: UInt8(ascii: "\n"))
            let part = piece[..<(end ?? piece.endIndex)]
            rest += part.prefix(AuditLine.byteLimit - rest.count)
            offset += Int64(part.count)
            piece = piece[part.endIndex...]
            guard end != nil else { continue }
            offset += 1
            piece.removeFirst()
            defer { rest = [] }
            return Line(bytes: rest, end: offset)
        }
    }
}
