import Events
import Foundation
import Privacy

/// What stands at the beginning of a package: JSON in one line.
public struct PackageManifest: Hashable, Codable, Sendable {
    static let version = 1

    public let version: Int
    /// The name of the store that the lines come from.
    public let store: String
    /// When the package was made, in UTC.
    public let made: String
    /// SHA-256 of the order's reference in UTF-8.
    public let reference: String
    public let from: String
    public let to: String
    /// The zone of the days.
    public let zone: String
    public let lines: Int
    public let parts: [PackagePart]
    /// Days of the order of which raw lines were destroyed before, as the law asks.
    public let destroyed: [String]
    /// How many sealed files of these days could not be read as a whole.
    public let faults: Int

    enum CodingKeys: String, CodingKey {
        case version, store, made, from, to, zone, lines, parts, destroyed, faults
        case reference = "reference_sha256"
    }

    /// As JSON in one line.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// With a line feed.
    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(self)) + [10]
        } catch {
            preconditionFailure("texts, numbers and lists of them are always encoded")
        }
    }
}

extension PackageManifest {
    /// - Returns: nil if the bytes are no manifest that this version reads.
    init?(_ bytes: [UInt8]) {
        guard let manifest = try? JSONDecoder().decode(PackageManifest.self, from: Data(bytes)),
            manifest.version == PackageManifest.version
        else { return nil }
        self = manifest
    }
}
