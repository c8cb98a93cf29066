import Foundation

/// What a hold asks for and why: it may name a person, so it lies sealed to the officers.
struct HoldDocument: Hashable, Codable {
    /// As the officer wrote it; empty for all lines.
    let filter: String
    let reason: String?

    var encoded: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(self))
        } catch {
            preconditionFailure("texts are always encoded")
        }
    }

    /// - Returns: nil if the bytes are not what ``encoded`` gives.
    static func decode(_ bytes: [UInt8]) -> HoldDocument? {
        try? JSONDecoder().decode(HoldDocument.self, from: Data(bytes))
    }
}
