import Foundation
import Privacy

/// What lies sealed of a request: what it says, or what was answered.
enum RequestDocument {
    /// The request as it came in.
    case letter([UInt8])
    /// The answer: the text that was given, with its digest and what it was written from.
    case answer(text: String, outcome: RequestOutcome?)

    private struct Stored: Codable {
        var letter: Data?
        var answer: String?
        var digest: String?
        var outcome: RequestOutcome?
    }

    /// The bytes that are sealed.
    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        switch self {
        case .letter(let text): return Array(try encoder.encode(Stored(letter: Data(text))))
        case .answer(let text, let outcome):
            let digest = Certificate.hexadecimal(SHA256Digest.digest(Array(text.utf8)))
            return Array(try encoder.encode(Stored(answer: text, digest: digest, outcome: outcome)))
        }
    }

    /// - Returns: nil if the bytes are no such document.
    init?(_ bytes: [UInt8]) {
        guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(bytes)) else { return nil }
        if let letter = stored.letter {
            self = .letter(Array(letter))
        } else if let answer = stored.answer {
            self = .answer(text: answer, outcome: stored.outcome)
        } else {
            return nil
        }
    }
}
