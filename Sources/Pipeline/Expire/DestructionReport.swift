import Events
import Foundation
import Privacy
import Store

/// What the certificate of a day will say that cannot be found out once the day is destroyed; as JSON in the catalog.
struct DestructionReport: Codable {
    struct Pair: Codable {
        /// Of the day's public half.
        let fingerprint: String
        /// The number of the key-encryption key that the private half lies under.
        let keyEncryption: UInt32
    }

    struct Officer: Codable {
        let name: String
        let fingerprint: String
        let privateHalfWaits: Bool
    }

    private let term: String?
    private let basis: String?
    private let lastKept: String
    private let pair: Pair?
    /// SHA-256 of the key directory before the destruction, in hexadecimal digits.
    private let keyDirectory: String
    private let officers: [Officer]

    /// - Parameters:
    ///   - term: nil if an order named the last day.
    ///   - lastKept: the last day on which it was to be kept.
    init(
        term: RetentionTerm?, basis: Retention.Basis? = nil, lastKept: Day, pair: Pair?, keyDirectory: String,
        officers: [Officer]
    ) {
        self.term = term?.description
        self.basis = basis?.rawValue
        self.lastKept = lastKept.description
        self.pair = pair
        self.keyDirectory = keyDirectory
        self.officers = officers
    }

    /// - Returns: nil if the text is not what ``encoded`` gives.
    init?(_ text: String) {
        guard let report = try? JSONDecoder().decode(DestructionReport.self, from: Data(text.utf8)) else { return nil }
        self = report
    }

    var encoded: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            preconditionFailure("texts, numbers and lists of them are always encoded")
        }
    }

    /// The certificate, once key and files are gone.
    ///
    /// - Parameters:
    ///   - kind: the class of what was destroyed.
    ///   - hold: that it was kept by.
    ///   - request: that it was about.
    ///   - keyNow: the number of the key-encryption key in force.
    ///   - keyDirectory: SHA-256 of the key directory after the destruction.
    func certificate(
        _ kind: RetentionClass = .raw, of day: Day, hold: Certificate.Hold? = nil, request: Int? = nil,
        destroyed: Int64, store: String?, files: [SealedFile], keyNow: UInt32?,
        keyDirectory after: String, replaced: [PartitionFile] = [], inputsLeft: [String] = []
    ) -> Certificate {
        let keys = pair.flatMap { pair in
            keyNow.map {
                Certificate.Keys(
                    day: pair.fingerprint, keyEncryptionDestroyed: pair.keyEncryption, keyEncryptionNow: $0)
            }
        }
        return Certificate(
            kind: kind, day: day, term: term.map { RetentionTerm($0) ?? .none }, basis: basis, hold: hold,
            request: request,
            lastKept: Day(lastKept) ?? day, destroyed: destroyed, method: keys == nil ? .deletion : .cryptoErasure,
            store: store, keys: keys,
            keyDirectory: keys == nil ? nil : Certificate.KeyDirectoryDigests(before: keyDirectory, after: after),
            officers: officers.map {
                Certificate.OfficerEntry(
                    name: $0.name, fingerprint: $0.fingerprint, privateHalfWaits: $0.privateHalfWaits)
            },
            files: files.map(Certificate.File.init),
            replacedPartitions: replaced.map {
                Certificate.ReplacedPartition(
                    name: "events/date=\(day)/\($0.name.final)", sha256: Certificate.hexadecimal($0.digest))
            },
            inputsLeft: inputsLeft)
    }
}

extension Certificate.File {
    init(_ file: SealedFile) {
        self.init(
            name: StoreLayout.relativePath(of: file.name), bytes: file.bytes,
            sha256: Certificate.hexadecimal(file.digest), lines: file.lines)
    }
}
