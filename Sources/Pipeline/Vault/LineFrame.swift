import Events
import Privacy
import Store

/// Lines of one source that a writer has sealed one after the other.
struct LineFrame {
    /// The frame's place in its file, counted from 0.
    let index: Int
    /// The name of the source; empty if it is not known any more.
    let source: String
    /// How the lines are parsed; ``ParseContext/unknown`` if it is not known any more.
    let context: ParseContext
    /// When the first of them came, in UTC milliseconds.
    let arrival: Int64
    /// How many they are.
    let count: Int
    /// Whole lines, each with its line feed.
    let lines: [UInt8]

    /// Whether the file still says how the lines are parsed; where that is damaged they can be read and not be parsed.
    var isParsable: Bool { !context.formats.isEmpty }

    /// Opens a file's frames in the order in which they were written.
    ///
    /// - Parameter body: false ends the reading.
    /// - Returns: what is wrong with the file.
    static func read(
        _ source: SealedFileSource, with half: borrowing PrivateHalf, _ body: (LineFrame) throws -> Bool
    ) throws -> [SealedFault] {
        let reader = try SealedFileReader.survey(source.file.name, size: Int(source.size)) { offset, count in
            try source.read(Int64(offset), count)
        }
        var definitions: [UInt32: ParseContext.Definition] = [:]
        var isWanted = true
        return try reader.open(with: half) { frame in
            guard isWanted else { return }
            if frame.label.source == OpenSealedFile.definitions {
                definitions[frame.label.context] = ParseContext.Definition.decode(frame.lines)
                return
            }
            isWanted = try body(LineFrame(frame, definitions))
        }
    }
}

extension LineFrame {
    /// - Parameter definitions: what the file has said so far of its contexts.
    init(_ frame: OpenedFrame, _ definitions: [UInt32: ParseContext.Definition]) {
        let definition = definitions[frame.label.context]
        self.init(
            index: frame.index, source: definition?.source ?? "", context: definition?.context ?? .unknown,
            arrival: frame.label.arrival, count: Int(frame.label.lines), lines: frame.lines)
    }
}
