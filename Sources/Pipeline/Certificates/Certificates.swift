import Events
import Privacy
import Store

/// The certificates of a store.
public struct Certificates {
    public struct Entry: Sendable {
        public let name: String
        /// Nil if it is not there, or not what was signed.
        public let certificate: SignedCertificate?
        /// What is wrong with it; nil if it is what was written.
        public let fault: String?
        public let isOnRecord: Bool
    }

    public struct List: Sendable {
        public let folder: String
        /// Of the key that signs; nil if there is none yet.
        public let fingerprint: String?
        /// By name.
        public let entries: [Entry]

        public var isGood: Bool { entries.allSatisfy { $0.fault == nil } }
    }

    private let environment: JobEnvironment

    public init(environment: JobEnvironment) {
        self.environment = environment
    }

    /// Every certificate that is there or on record.
    public func list() throws -> List {
        let store = try environment.openStore(create: false)
        let publicKey = try environment.openKeys(create: false).signingKey(create: false)?.publicKey
        return List(
            folder: store.layout.certificates, fingerprint: publicKey.map(SigningKey.fingerprint),
            entries: try entries(in: store, signedBy: publicKey))
    }

    /// Every certificate that is there or on record, by name.
    ///
    /// - Parameter publicKey: that must have signed; nil if it is not known.
    func entries(in store: Store, signedBy publicKey: [UInt8]?) throws -> [Entry] {
        let records = Dictionary(
            uniqueKeysWithValues: try store.catalog.certificates().map { ($0.name, $0.digest) })
        let names = Set(try store.certificateNames()).union(records.keys).sorted()
        return try names.map { name in
            guard let bytes = try store.certificate(name, limit: SignedCertificate.byteLimit) else {
                return Entry(name: name, certificate: nil, fault: "It is on record and missing.", isOnRecord: true)
            }
            return Certificates.entry(name, bytes, publicKey, records[name])
        }
    }

    /// The certificates of a day, or the one in a file of the store's folder.
    ///
    /// - Throws: ``JobError``: missing if there is none, data if one is not what was signed.
    public func certificates(meantBy text: String) throws -> [(name: String, certificate: SignedCertificate)] {
        let list = try list()
        let found = list.entries.filter { $0.name == text || Day(text) != nil && $0.name.hasPrefix(text + "-") }
        guard !found.isEmpty else {
            throw JobError(.missing, "There is no certificate of \(text) in \(list.folder).")
        }
        return try found.map { entry in
            guard let certificate = entry.certificate, entry.fault == nil else {
                throw JobError(.data, "\(list.folder)/\(entry.name): \(entry.fault ?? "")")
            }
            return (entry.name, certificate)
        }
    }

    private static func entry(_ name: String, _ bytes: [UInt8], _ key: [UInt8]?, _ digest: [UInt8]?) -> Entry {
        do throws(CertificateError) {
            let certificate = try SignedCertificate.verify(bytes, signedBy: key)
            let fault: String? =
                switch digest {
                case nil: "It is not on record: the next run will put it there, or it is none of ours."
                case SHA256Digest.digest(bytes): nil
                default: "It is not the one that is on record."
                }
            return Entry(name: name, certificate: certificate, fault: fault, isOnRecord: digest != nil)
        } catch {
            return Entry(name: name, certificate: nil, fault: error.description, isOnRecord: digest != nil)
        }
    }
}
