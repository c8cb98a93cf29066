import Events
import Privacy
import Store

/// Reads a sealed file of lines whole, or not at all: for work that must not go on with a part of it.
struct SealedFrames {
    /// Lines of one source that a writer has sealed one after the other.
    struct Frame {
        let source: String
        let context: ParseContext
        /// When the first of them came, in UTC milliseconds.
        let arrival: Int64
        /// How many there are.
        let count: Int
        /// Whole lines, each with its line feed.
        let lines: [UInt8]
    }

    let source: SealedFileSource

    /// Hands out all frames, in the order in which they were sealed.
    ///
    /// - Throws: ``RebuildRefusal/fileUnreadable`` for anything that is wrong with the file, behind what was handed out before;
    ///   what `body` throws.
    func forEach(with privateHalf: borrowing PrivateHalf, _ body: (Frame) throws -> Void) throws {
        guard source.size == source.file.bytes else { throw RebuildRefusal.fileUnreadable }
        let reader = try SealedFileReader.survey(source.file.name, size: Int(source.size)) { offset, count in
            try source.read(Int64(offset), count)
        }
        var contexts: [UInt32: ParseContext.Definition] = [:]
        var lines = 0
        let faults = try reader.open(with: privateHalf) { frame in
            if frame.label.source == OpenSealedFile.definitions {
                contexts[frame.label.context] = ParseContext.Definition.decode(frame.lines)
                return
            }
            guard let definition = contexts[frame.label.context] else { throw RebuildRefusal.fileUnreadable }
            lines += Int(frame.label.lines)
            try body(
                Frame(
                    source: definition.source, context: definition.context, arrival: frame.label.arrival,
                    count: Int(frame.label.lines), lines: frame.lines))
        }
        guard faults.isEmpty, lines == source.file.lines else { throw RebuildRefusal.fileUnreadable }
    }
}
