/// Why a document cannot be sealed, or a file gives none; tells nothing of what is in it.
public enum SealedDocumentError: Error, Hashable, Sendable {
    /// It has more bytes than ``SealedDocument/byteLimit``.
    case tooLong(byteCount: Int)
    /// The file is not sealed to this pair.
    case anotherKey
    /// The file is damaged or another one, with what is wrong; or, if nothing is, it holds something else than a document.
    case damaged([SealedFault])
}

extension SealedDocumentError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLong(let byteCount):
            "the document has \(byteCount) bytes, and \(SealedDocument.byteLimit) are the most that is sealed as one"
        case .anotherKey: "the file is not sealed to this key"
        case .damaged(let faults):
            faults.isEmpty
                ? "the file holds no document"
                : "the file is damaged: " + faults.map(\.description).joined(separator: "; ")
        }
    }
}
