import Events
import Foundation

extension Certificate {
    /// The members as they stand in the text.
    private struct Members: Decodable {
        struct Replaced: Decodable {
            let files: [ReplacedPartition]
        }

        let `class`: String
        let day: String
        let term: String?
        let basis: String?
        let hold: Hold?
        let request: Int?
        let lastKept: String
        let destroyed: String
        let method: Method
        let store: String?
        let keys: Keys?
        let keyDirectory: KeyDirectoryDigests?
        let tier: String
        let officers: [OfficerEntry]
        let files: [File]
        let replacedPartitions: Replaced
        let inputsLeft: [String]
    }

    private struct Version: Decodable {
        let version: Int
    }

    /// Reads what ``text`` writes and nothing else: not other members, not another order, not a blank more.
    static func read(_ bytes: [UInt8]) throws(CertificateError) -> Certificate {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let version = try? decoder.decode(Version.self, from: Data(bytes)).version else { throw .notReadable }
        guard version == Certificate.version else { throw .unknownVersion(version) }
        guard let members = try? decoder.decode(Members.self, from: Data(bytes)),
            let certificate = Certificate(members)
        else { throw .notReadable }
        guard Array(certificate.text.utf8) == bytes else { throw .notAsWritten }
        return certificate
    }

    private init?(_ members: Members) {
        guard let kind = RetentionClass(rawValue: members.class), let day = Day(members.day),
            let lastKept = Day(members.lastKept),
            let destroyed = Certificate.milliseconds(members.destroyed)
        else { return nil }
        let term = members.term.flatMap { RetentionTerm($0) }
        guard (term == nil) == (members.term == nil) else { return nil }
        self.init(
            kind: kind, day: day, term: term, basis: members.basis, hold: members.hold,
            request: members.request, lastKept: lastKept, destroyed: destroyed, method: members.method,
            store: members.store, keys: members.keys, keyDirectory: members.keyDirectory,
            tier: members.tier, officers: members.officers, files: members.files,
            replacedPartitions: members.replacedPartitions.files, inputsLeft: members.inputsLeft)
    }

    /// Reads `2026-06-09T00:00:12.345Z`.
    private static func milliseconds(_ text: String) -> Int64? {
        guard let dot = text.lastIndex(of: "."), text.last == "Z",
            let seconds = InstantText.milliseconds(text[..<dot] + "Z"),
            let rest = Int64(text[text.index(after: dot)...].dropLast()), (0..<1000).contains(rest)
        else { return nil }
        return seconds + rest
    }
}
