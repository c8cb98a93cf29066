import Privacy

extension SignedCertificate {
    /// Signs a certificate with a store's own key.
    init(_ certificate: Certificate, signedWith key: borrowing SigningKey) {
        self.init(certificate, key: key.publicKey, signature: key.sign(Array(certificate.text.utf8)))
    }

    /// Reads and checks a certificate; it needs no store.
    ///
    /// - Parameter key: the public half that must have signed, 32 bytes; nil accepts any, and leaves it to the caller to say
    ///   whose it is.
    public static func verify(
        _ bytes: [UInt8], signedBy key: [UInt8]? = nil
    ) throws(CertificateError) -> SignedCertificate {
        try read(bytes, signedBy: key) { SigningKey.verify($1, of: $2, by: $0) }
    }
}
