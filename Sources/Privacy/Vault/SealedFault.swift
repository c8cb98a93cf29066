public import Events

/// Something that is wrong with a sealed file: what, and where.
///
/// What can be read besides is read.
public struct SealedFault: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// The header is damaged. The trailer tells what it said, unless that is damaged, too.
        case headerDamaged
        /// The trailer is damaged or missing.
        case trailerDamaged
        /// The header says that the file is another one than was asked for.
        case anotherFile(SealedName)
        /// The file key is not wrapped to this private half, so that no frame opens.
        case anotherKey
        /// Where these frames should be is what does not open as any of the file: changed, or of another file.
        case damaged(frames: ClosedRange<Int>)
        /// These frames have been taken out.
        case missing(frames: ClosedRange<Int>)
        /// The frame opens, but other frames should stand here.
        case outOfPlace(frame: Int)
        /// The frame opens, and so does the same one in another place.
        case twice(frame: Int)
        /// So many bytes more than there should be are no frame of the file.
        case foreign(bytes: Int)
        /// The last frame is missing, and so may be others in front of it.
        case cutOff
    }

    public let kind: Kind
    /// Where in the file, in bytes from its beginning.
    public let offset: Int

    public init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}

extension SealedFault: CustomStringConvertible {
    public var description: String { "byte \(offset): \(kind)" }
}

extension SealedFault.Kind: CustomStringConvertible {
    public var description: String {
        switch self {
        case .headerDamaged: "the header is damaged"
        case .trailerDamaged: "the trailer is damaged or missing"
        case .anotherFile(let name): "the header is that of \(name.final), \(name.kind.rawValue) of \(name.day)"
        case .anotherKey: "the file is not sealed to this day's key"
        case .damaged(let frames):
            frames.count == 1
                ? "frame \(frames.lowerBound) is damaged or of another file"
                : "frames \(frames.lowerBound) to \(frames.upperBound) are damaged or of another file"
        case .missing(let frames):
            frames.count == 1
                ? "frame \(frames.lowerBound) is missing"
                : "frames \(frames.lowerBound) to \(frames.upperBound) are missing"
        case .outOfPlace(let frame): "frame \(frame) stands in the wrong place"
        case .twice(let frame): "frame \(frame) is there twice"
        case .foreign(let bytes): "\(bytes) bytes are no frame of this file"
        case .cutOff: "the file is cut off: its last frame is missing"
        }
    }
}
