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

    /// The bytes of a file, none if it is larger than any certificate.
    static func content(of path: String) throws -> [UInt8] {
        try Ingest.Input(path).content(atMost: SignedCertificate.byteLimit) ?? []
    }
}
