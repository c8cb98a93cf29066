import Foundation

/// The object that `ingest --json` prints.
struct IngestReport: Decodable {
    struct Rejected: Decodable {
        struct Example: Decodable {
            let line: Int
            let column: Int
        }

        let count: Int
        let examples: [Example]
    }

    struct Input: Decodable {
        let path: String
        let source: String
        let formats: [String]
        let read: Int
        let duplicate: Int
        let pendingBytes: Int
        let bytes: Int
        let failure: String?
    }

    let read: Int
    let accepted: Int
    let filtered: [String: Int]
    let rejected: [String: Rejected]
    let duplicate: Int
    let bytes: Int
    let files: Int
    let storedBytes: Int
    let days: [String: Int]
    let inputs: [Input]

    /// - Parameter text: exactly one object on one line.
    init(_ text: String) throws {
        guard text.hasSuffix("\n"), text.dropLast().allSatisfy({ $0 != "\n" }) else {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "not one line"))
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        self = try decoder.decode(IngestReport.self, from: Data(text.utf8))
    }

    var counts: Counts {
        Counts(
            accepted: accepted, duplicate: duplicate, filtered: filtered.values.reduce(0, +),
            rejected: rejected.values.reduce(0) { $0 + $1.count }, pending: inputs.reduce(0) { $0 + $1.pendingBytes })
    }
}
