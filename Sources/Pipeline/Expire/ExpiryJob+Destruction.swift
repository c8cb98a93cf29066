import Events
import Privacy
import Store

extension ExpiryJob {
    /// What a rotation of the key-encryption key leaves behind.
    struct Rotated {
        /// The number of the key in force.
        let keyNow: UInt32?
        /// SHA-256 of the key directory, in hexadecimal digits.
        let keyDirectory: String
        /// What a person should know.
        let remarks: [String]
    }

    /// Destroys pairs for good, and those that belong to nothing, in one rotation that is put on record.
    func rotate(destroying pairs: Set<PairName>) throws -> Rotated {
        let rotation = try directory.rotateKeyEncryption(destroying: pairs.union(strayPairs()))
        if let now = rotation.inForce {
            for old in rotation.replaced {
                try environment.audit(directory).append(
                    .keyRotated, [.count(.number, Int(old)), .count(.next, Int(now))])
            }
        }
        return Rotated(
            keyNow: rotation.inForce, keyDirectory: Certificate.hexadecimal(try directory.digest()),
            remarks: rotation.unopenable.map {
                "\($0) cannot be opened by any key-encryption key here; it was kept as it is."
            })
    }

    /// Pairs of held days that nothing is sealed to and nothing will be: a crash came before their records were copied.
    private func strayPairs() throws -> Set<PairName> {
        // In this order: who makes a pair has the day on record before.
        let pairs = try directory.pairList()
        let days = try store.catalog.holds().flatMap(\.days)
        let alive = Set(days.filter { [.waiting, .kept].contains($0.state) }.map(\.held.pair))
        return Set(
            pairs.filter { pair in
                if case .hold = pair { !alive.contains(pair) } else { false }
            })
    }

    /// Writes a certificate and puts that into the audit log.
    func write(_ certificate: Certificate) throws -> CertificateRecord {
        let record = try CertificateFolder(store: store, directory: directory).write(certificate)
        let hold = certificate.hold.map { [AuditField.count(.number, $0.number)] } ?? []
        let digest = AuditDigest(record.digest).map { [AuditField.digest(.certificate, $0)] } ?? []
        try environment.audit(directory).append(
            .certificate,
            [
                .day(.day, certificate.day), .retention(certificate.kind), .count(.files, certificate.files.count),
            ] + hold + digest)
        return record
    }
}
