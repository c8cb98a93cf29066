import Foundation
import Privacy

/// Whose signature a certificate must bear.
public enum CertificateSigner: Sendable {
    /// The first 16 hexadecimal digits of the SHA-256 of the public half.
    case fingerprint(String)
    /// The public half, 32 bytes.
    case key([UInt8])

    /// - Parameter argument: a fingerprint, or the path of a file with the public half in base64, or of another certificate.
    /// - Throws: ``JobError``: missing, data.
    public init(_ argument: String) throws {
        let digits = argument.lowercased()
        if digits.utf8.count == 16, digits.allSatisfy(\.isHexDigit), !OutputFile.exists(argument) {
            self = .fingerprint(digits)
            return
        }
        let bytes = try CertificateCheck.content(of: argument)
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        if let key = Data(base64Encoded: text), key.count == 32 {
            self = .key(Array(key))
        } else if let signed = try? SignedCertificate.verify(bytes) {
            self = .key(signed.key)
        } else {
            throw JobError(
                .data, "\(argument) holds neither the public half of a key in base64 nor a certificate.")
        }
    }

    func isSigner(of certificate: SignedCertificate) -> Bool {
        switch self {
        case .fingerprint(let digits): SigningKey.fingerprint(of: certificate.key) == digits
        case .key(let key): certificate.key == key
        }
    }
}
