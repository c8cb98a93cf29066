/// How a log writes one line.
///
/// A format is one file in this folder and one entry in ``FormatRegistry``.
protocol LineFormat: Sendable {
    /// What `--format` is called with.
    var name: String { get }
    /// One line for `--list-formats`.
    var summary: String { get }

    /// Whether fields may follow that the format knows nothing of: a format that reads all fields of a line is better.
    var passesOverFields: Bool { get }

    /// Reads the line at `line` of `bytes`, without its line end, into a cleared record.
    ///
    /// Must take time linear in the line's length whatever its bytes are, and allocates only for escapes.
    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure)

    /// Reads lines until the stage is full, the bytes are used up or a line fails.
    ///
    /// A requirement although every format uses the one implementation: called through `any LineFormat`, it is the copy
    /// that the compiler made for the format, so that dispatch is dynamic once per block and static per line.
    func parse(_ bytes: Span<UInt8>, walk: inout LineWalk) -> LineWalk.Stop
}

extension LineFormat {
    var passesOverFields: Bool { false }

    func parse(_ bytes: Span<UInt8>, walk: inout LineWalk) -> LineWalk.Stop {
        while walk.hasRoom {
            guard let line = walk.next(in: bytes) else { return .done }
            do throws(LineFailure) {
                try walk.stage.add { record throws(LineFailure) in
                    try parse(bytes, line, into: &record, &walk.context)
                }
            } catch {
                return .failed(line, error)
            }
        }
        return .done
    }
}
