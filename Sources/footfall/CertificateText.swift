import Events
import Pipeline
import Privacy

/// What `certificate` prints.
enum CertificateText {
    static func text(_ list: Certificates.List) -> String {
        var lines = list.entries.map { entry in
            guard let certificate = entry.certificate?.certificate else {
                return "\(entry.name): \(entry.fault ?? "")"
            }
            let files = Amount.counted(certificate.files.count, "file")
            let state = entry.fault.map { "; \($0)" } ?? ""
            return "\(entry.name): \(certificate.kind.rawValue) of \(certificate.day), \(files),"
                + " \(certificate.method.rawValue) \(UTCTime.text(milliseconds: certificate.destroyed))\(state)"
        }
        if lines.isEmpty { lines = ["no certificates in \(list.folder)"] }
        if let fingerprint = list.fingerprint { lines.append("signed by \(fingerprint)") }
        return lines.joined(separator: "\n") + "\n"
    }

    static func json(_ list: Certificates.List) -> String {
        JSONText.object([
            ("folder", JSONText.quoted(list.folder)), ("key", list.fingerprint.map(JSONText.quoted) ?? "null"),
            (
                "certificates",
                JSONText.array(
                    list.entries.map { entry in
                        let certificate = entry.certificate?.certificate
                        return JSONText.object([
                            ("name", JSONText.quoted(entry.name)),
                            ("class", certificate.map { JSONText.quoted($0.kind.rawValue) } ?? "null"),
                            ("day", certificate.map { JSONText.quoted($0.day.description) } ?? "null"),
                            ("fault", entry.fault.map(JSONText.quoted) ?? "null"),
                        ])
                    })
            ),
        ]) + "\n"
    }

    /// One certificate for people.
    static func text(_ signed: SignedCertificate, name: String) -> String {
        let certificate = signed.certificate
        var lines = [
            "\(name)",
            "  class      \(certificate.kind.rawValue) of \(certificate.day)",
            "  term       \(certificate.term.map(\.description) ?? "of an order")\(certificate.basis.map { " (\($0))" } ?? ""), kept to \(certificate.lastKept)",
            "  destroyed  \(UTCTime.text(milliseconds: certificate.destroyed)) by \(certificate.method.rawValue), tier \(certificate.tier)",
        ]
        if let hold = certificate.hold {
            lines.append("  hold       \(hold.number)\(hold.released ? ", released" : "")")
        }
        if let request = certificate.request { lines.append("  request    \(request)") }
        if let store = certificate.store { lines.append("  store      \(store)") }
        if let keys = certificate.keys {
            lines.append(
                "  keys       day \(keys.day), key-encryption key \(keys.keyEncryptionDestroyed) destroyed, now \(keys.keyEncryptionNow)"
            )
        }
        lines += certificate.officers.map {
            "  officer    \($0.name) \($0.fingerprint)\($0.privateHalfWaits ? ", whose private half still waited beside the keys" : "")"
        }
        lines += certificate.files.map {
            "  file       \($0.name), \(Amount.grouped($0.lines)) lines, sha256 \($0.sha256)"
        }
        lines += certificate.replacedPartitions.map { "  replaced   \($0.name), deleted and not crypto-erased" }
        lines += certificate.inputsLeft.map { "  left       \($0) still held lines of the day" }
        lines.append("  signed by  \(SigningKey.fingerprint(of: signed.key))")
        return lines.joined(separator: "\n") + "\n"
    }

    static func text(_ outcomes: [CertificateCheck.Outcome]) -> String {
        outcomes.map { outcome in
            if let fault = outcome.fault { return "\(outcome.path): \(fault)\n" }
            guard let signed = outcome.certificate else { return "" }
            let signer = SigningKey.fingerprint(of: signed.key)
            let trust =
                outcome.isSignerKnown
                ? "the key that was asked for" : "ask the operator whether this is the store's key"
            return
                "\(outcome.path): \(signed.certificate.kind.rawValue) of \(signed.certificate.day); signed by \(signer), \(trust)\n"
        }.joined()
    }

    static func json(_ outcomes: [CertificateCheck.Outcome]) -> String {
        JSONText.array(
            outcomes.map { outcome in
                JSONText.object([
                    ("path", JSONText.quoted(outcome.path)), ("valid", outcome.fault == nil ? "true" : "false"),
                    ("fault", outcome.fault.map(JSONText.quoted) ?? "null"),
                    (
                        "signed_by",
                        outcome.certificate.map { JSONText.quoted(SigningKey.fingerprint(of: $0.key)) } ?? "null"
                    ),
                    ("signer_known", outcome.isSignerKnown ? "true" : "false"),
                ])
            }) + "\n"
    }
}
