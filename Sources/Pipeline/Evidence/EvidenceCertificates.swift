import Events
import Foundation
import Privacy
import Store

/// The certificates of a period, as they lie in the store, and the public half of the key that signed them.
struct EvidenceCertificates {
    private(set) var files: [EvidenceFile] = []
    private(set) var names: [Day: [String]] = [:]
    private(set) var faults: [String] = []
    /// Of the key that signs; nil if there is none yet.
    let fingerprint: String?

    /// The certificates that are what was written.
    var count: Int { names.values.reduce(0) { $0 + $1.count } }

    /// Twelve bytes before any public key of Ed25519 (RFC 8410).
    private static let prefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]

    init(of days: ClosedRange<Day>, _ environment: JobEnvironment) throws {
        let list = try Certificates(environment: environment).list()
        fingerprint = list.fingerprint
        var lines = ["# name  class  day  method  destroyed"]
        for entry in list.entries {
            guard let day = Day(entry.name.prefix(10)), days.contains(day) else { continue }
            guard let signed = entry.certificate, entry.fault == nil else {
                faults.append("\(entry.name): \(entry.fault ?? "")")
                lines.append("\(entry.name)  NOT INCLUDED: \(entry.fault ?? "")")
                continue
            }
            let certificate = signed.certificate
            names[day, default: []].append(entry.name)
            files.append(EvidenceFile("certificates/\(entry.name)", signed.bytes))
            lines.append(
                "\(entry.name)  \(certificate.kind.rawValue)  \(day)  \(certificate.method.rawValue)"
                    + "  \(UTCTime.text(milliseconds: certificate.destroyed))")
        }
        files.append(EvidenceFile("certificates.txt", lines: lines))
        guard let key = try environment.openKeys(create: false).signingKey(create: false)?.publicKey else { return }
        files.append(EvidenceFile("signer.pub", lines: [Data(key).base64EncodedString()]))
        files.append(
            EvidenceFile(
                "signer.pem",
                lines: [
                    "-----BEGIN PUBLIC KEY-----",
                    Data(EvidenceCertificates.prefix + key).base64EncodedString(),
                    "-----END PUBLIC KEY-----",
                ]))
    }
}
