import Foundation
import Intake
import Privacy

/// Checks certificates without a store.
public enum CertificateCheck {
    public struct Outcome: Sendable {
        public let path: String
        /// Nil if it is not what was signed.
        public let certificate: SignedCertificate?
        /// What is wrong with it.
        public let fault: String?
        /// Whether the signer was told, and is the one.
        public let isSignerKnown: Bool
    }

    /// Checks a file.
    ///
    /// - Parameter signer: whose signature it must bear; nil accepts any.
    /// - Throws: ``IntakeError`` if it cannot be read.
    public static func check(_ path: String, _ signer: CertificateSigner?) throws -> Outcome {
        let bytes = try content(of: path)
        do throws(CertificateError) {
            let signed = try SignedCertificate.verify(bytes)
            if let signer, !signer.isSigner(of: signed) { throw .otherKey }
            return Outcome(path: path, certificate: signed, fault: nil, isSignerKnown: signer != nil)
        } catch {
            return Outcome(path: path, certificate: nil, fault: error.description, isSignerKnown: false)
        }
    }

    /// The bytes of a file, as far as a certificate may have them.
    static func content(of path: String) throws(IntakeError) -> [UInt8] {
        var stream = try ByteStream(path: path)
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while content.count <= SignedCertificate.byteLimit,
            case .bytes(let count) = try stream.read(into: &buffer, at: 0)
        {
            content += buffer[..<count]
        }
        return content
    }
}
