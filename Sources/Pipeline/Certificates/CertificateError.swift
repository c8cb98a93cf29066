/// Why a file is not accepted as a certificate.
public enum CertificateError: Error, Hashable, Sendable {
    /// It is not one line that ends in a line feed, or it is larger than any certificate.
    case notOneLine
    /// The member `signature` is missing, not the last one, or not written as it must be.
    case noSignature
    /// The signature is not one of this text by this key.
    case wrongSignature
    /// It was signed, but by another key than the one that was asked for.
    case otherKey
    /// A version that this program does not know.
    case unknownVersion(Int)
    /// The signature is right and the text is no certificate.
    case notReadable
    /// The text says what a certificate says, in another form than certificates have.
    case notAsWritten
}

extension CertificateError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notOneLine: "This is not one line of text that ends in a line feed, as a certificate is."
        case .noSignature:
            "The last member must be the signature: {\"key\":…,\"value\":…}, in base64. It is missing or was changed."
        case .wrongSignature:
            "The signature does not fit: the text, the key or the signature was changed after it was signed."
        case .otherKey: "The signature fits, but it was made with another key than that of this store."
        case .unknownVersion(let version):
            "This is a certificate of version \(version), which this program does not know. Use a newer one."
        case .notReadable: "The signature fits, but what was signed is no certificate of destruction."
        case .notAsWritten: "The signature fits, but the text is not in the form that certificates have."
        }
    }
}
