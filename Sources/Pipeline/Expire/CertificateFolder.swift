import Events
import Privacy
import Store

/// Writes the certificates of a store: `certificates/<day>-<class>.json`, and `-2`, `-3` behind it where there are several;
/// the number of a hold stands behind the class.
struct CertificateFolder {
    let store: Store
    let directory: KeyDirectory

    /// Signs a certificate and writes it, unless it is there: then that one stands.
    ///
    /// A crash may have come between the writing and the record.
    func write(_ certificate: Certificate) throws -> CertificateRecord {
        guard let key = try directory.signingKey(create: true) else {
            throw JobError(.missing, "There is no key that signs certificates in \(directory.path).")
        }
        var number = 1
        while true {
            let name = CertificateFolder.name(of: certificate, number)
            guard let bytes = try store.certificate(name, limit: SignedCertificate.byteLimit) else {
                let signed = SignedCertificate(certificate, signedWith: key)
                try store.writeCertificate(name, signed.bytes)
                return CertificateRecord(name: name, digest: SHA256Digest.digest(signed.bytes))
            }
            let present = try? SignedCertificate.verify(bytes, signedBy: key.publicKey)
            if let present, present.certificate.isOf(certificate) {
                return CertificateRecord(name: name, digest: SHA256Digest.digest(bytes))
            }
            number += 1
        }
    }

    private static func name(of certificate: Certificate, _ number: Int) -> String {
        let hold = certificate.hold.map { "-hold-\($0.number)" } ?? ""
        return "\(certificate.day)-\(certificate.kind.rawValue)\(hold)\(number == 1 ? "" : "-\(number)").json"
    }
}

extension Certificate {
    /// Whether both are of the same destruction, whenever each was written.
    fileprivate func isOf(_ other: Certificate) -> Bool {
        kind == other.kind && day == other.day && hold == other.hold && store == other.store && files == other.files
    }
}
