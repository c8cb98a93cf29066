public import Events

/// A small text of its own, such as a request, as a sealed file: one frame that holds one line, whatever is in the text.
///
/// A line feed is put behind it and taken off again, so that any bytes come back as they were.
public enum SealedDocument {
    /// The most bytes that a document has.
    public static let byteLimit = 1 << 20
    /// How many lines are on record of its file.
    public static let lines = 1

    /// Not 0, by which files of lines tell what their lines mean.
    private static let label = FrameLabel(source: 1, context: 0, arrival: 0, lines: UInt32(lines))

    /// The whole file that holds a document.
    ///
    /// - Parameters:
    ///   - name: a name is used once.
    ///   - pair: one that seals such a file.
    /// - Throws: ``SealedDocumentError/tooLong(byteCount:)``, or ``SealError/unusableKey`` if nothing can be sealed to the
    ///   public half.
    public static func seal(_ document: [UInt8], as name: SealedName, to pair: SealedPair) throws -> [UInt8] {
        guard document.count <= byteLimit else { throw SealedDocumentError.tooLong(byteCount: document.count) }
        let sealer = try FileSealer(name, to: pair, deflater: FrameDeflater())
        var file = sealer.header
        sealer.seal((document + [0x0A]).span, label, appendingTo: &file)
        sealer.finish(appendingTo: &file)
        return file
    }

    /// The document that a file holds.
    ///
    /// - Throws: ``SealedDocumentError``.
    public static func open(
        _ file: [UInt8], name: SealedName, with privateHalf: borrowing PrivateHalf
    ) throws -> [UInt8] {
        let reader = try SealedFileReader.survey(name, size: file.count) { offset, count in
            Array(file[offset..<(offset + count)])
        }
        var frames: [OpenedFrame] = []
        let faults = try reader.open(with: privateHalf) { frames.append($0) }
        guard faults.allSatisfy({ $0.kind != .anotherKey }) else { throw SealedDocumentError.anotherKey }
        guard faults.isEmpty, frames.count == 1, let frame = frames.first, frame.label == label,
            frame.lines.last == 0x0A, frame.lines.count <= byteLimit + 1
        else { throw SealedDocumentError.damaged(faults) }
        return frame.lines.dropLast()
    }
}
