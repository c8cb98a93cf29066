import Foundation

/// A certificate with its signature (Ed25519, RFC 8032), as it lies in a file.
///
/// The file is one line and a line feed. The last member of the object is
/// `"signature":{"key":"<base64 of 32 bytes>","value":"<base64 of 64 bytes>"}`. What is signed are the bytes of the object's
/// text without that member: everything before `,"signature":`, and then `}`. So no other program needs to write JSON the
/// way this one does to check it: it only has to cut the text.
public struct SignedCertificate: Hashable, Sendable {
    /// No certificate is larger, in bytes.
    public static let byteLimit = 64 << 20

    public let certificate: Certificate
    /// The public half of the pair that signed, 32 bytes.
    public let key: [UInt8]
    /// The whole file.
    public let bytes: [UInt8]

    private static let separator = Array(#","signature":{"key":""#.utf8)
    private static let middle = Array(#"","value":""#.utf8)
    private static let end = Array("\"}}\n".utf8)
    private static let keyLength = 44
    private static let valueLength = 88

    /// Puts a signature to a certificate.
    ///
    /// - Parameters:
    ///   - key: the public half, 32 bytes.
    ///   - signature: of the certificate's text, 64 bytes.
    init(_ certificate: Certificate, key: [UInt8], signature: [UInt8]) {
        precondition(key.count == 32 && signature.count == 64, "the lengths of Ed25519")
        let bytes =
            Array(certificate.text.utf8.dropLast()) + SignedCertificate.separator
            + Data(key).base64EncodedString().utf8 + SignedCertificate.middle
            + Data(signature).base64EncodedString().utf8 + SignedCertificate.end
        self.init(certificate: certificate, key: key, bytes: bytes)
    }

    private init(certificate: Certificate, key: [UInt8], bytes: [UInt8]) {
        self.certificate = certificate
        self.key = key
        self.bytes = bytes
    }

    /// Reads and checks a certificate: every byte of the file is either signed or part of the signature.
    ///
    /// Whoever has another pair can sign another certificate: so the key must be compared with one that is known from
    /// elsewhere, or be given here.
    /// - Parameters:
    ///   - expected: the key that must have signed; nil accepts any.
    ///   - isValid: whether a signature is one of a text by a key.
    static func read(
        _ bytes: [UInt8], signedBy expected: [UInt8]? = nil,
        isValid: (_ key: [UInt8], _ signature: [UInt8], _ text: [UInt8]) -> Bool
    ) throws(CertificateError) -> SignedCertificate {
        guard bytes.count <= byteLimit, bytes.firstIndex(of: UInt8(ascii: "\n")) == bytes.count - 1 else {
            throw .notOneLine
        }
        var rest = bytes[...]
        guard take(end, from: &rest), let value = takeBase64(valueLength, from: &rest), take(middle, from: &rest),
            let key = takeBase64(keyLength, from: &rest), take(separator, from: &rest)
        else { throw .noSignature }
        let text = rest + [UInt8(ascii: "}")]
        guard isValid(key, value, Array(text)) else { throw .wrongSignature }
        if let expected, expected != key { throw .otherKey }
        return SignedCertificate(certificate: try Certificate.read(Array(text)), key: key, bytes: bytes)
    }

    /// Takes an expected ending off.
    private static func take(_ ending: [UInt8], from bytes: inout ArraySlice<UInt8>) -> Bool {
        guard bytes.suffix(ending.count).elementsEqual(ending) else { return false }
        bytes = bytes.dropLast(ending.count)
        return true
    }

    /// Takes base64 off the end; only the one form that encoding gives is taken.
    private static func takeBase64(_ length: Int, from bytes: inout ArraySlice<UInt8>) -> [UInt8]? {
        let text = bytes.suffix(length)
        guard text.count == length, let data = Data(base64Encoded: Data(text)),
            data.base64EncodedData().elementsEqual(text)
        else { return nil }
        bytes = bytes.dropLast(length)
        return Array(data)
    }
}
