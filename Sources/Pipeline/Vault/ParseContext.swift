import Foundation

/// What a line means besides its own bytes and the time of its arrival: all that is needed to parse it again.
///
/// Lies sealed among the lines that it is about, so that nothing of it outlives them.
struct ParseContext: Hashable, Codable {
    /// What ``FormatText`` takes for the formats, the first of most lines, then its fallbacks.
    var formats: [String]
    /// Directives that say what the log's own have said.
    var directives: String
    /// The zone of times that were written without one.
    var zone: String
    var trustedProxies: [String]
    var maximumLineBytes: Int
    /// The digest of the policy that let the lines' events through.
    var policy: String
    /// Whether the first line is the input's first, which may begin with a byte order mark.
    var beginsInput = false

    /// What lies in the sealed file.
    func encoded(source: String) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(Definition(source: source, context: self)))
        } catch {
            preconditionFailure("texts, numbers and lists of texts are always encoded")
        }
    }

    /// A context with the name of the source whose lines it is about.
    struct Definition: Codable {
        let source: String
        let context: ParseContext

        /// - Returns: nil if the bytes are no such definition.
        static func decode(_ bytes: [UInt8]) -> Definition? {
            try? JSONDecoder().decode(Definition.self, from: Data(bytes))
        }
    }
}
