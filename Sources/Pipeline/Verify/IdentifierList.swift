import Intake

/// The identifiers to search for, one a line.
///
/// Blanks around an identifier do not belong to it, empty lines hold none, and of lines that agree the first counts.
public struct IdentifierList: Sendable {
    /// One line.
    struct Identifier: Sendable {
        /// From 1.
        let line: Int
        let text: [UInt8]
    }

    /// The largest list, in bytes, in lines and in bytes a line: what is searched for is kept in memory in all
    /// notations.
    private static let mostBytes = 8 << 20
    private static let mostIdentifiers = 100_000
    private static let longestIdentifier = 4096

    private(set) var identifiers: [Identifier] = []

    /// Reads a list.
    ///
    /// - Parameter argument: a path, or `-` for the standard input.
    /// - Throws: ``IntakeError``, or ``JobError`` (usage) if the list is empty or too large.
    public init(reading argument: String) throws {
        guard let bytes = try Ingest.Input(argument).content(atMost: IdentifierList.mostBytes) else {
            throw IdentifierList.tooLarge
        }
        try self.init(bytes)
    }

    init(_ bytes: some Collection<UInt8>) throws {
        var known: Set<[UInt8]> = []
        for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            let text = Array(line).trimmingBlanks
            guard !text.isEmpty, known.insert(text).inserted else { continue }
            guard text.count <= IdentifierList.longestIdentifier else {
                throw JobError(
                    .usage,
                    "Line \(index + 1) of the identifiers has more than \(IdentifierList.longestIdentifier) bytes. Give one identifier a line."
                )
            }
            identifiers.append(Identifier(line: index + 1, text: text))
        }
        guard identifiers.count <= IdentifierList.mostIdentifiers else { throw IdentifierList.tooLarge }
        guard !identifiers.isEmpty else {
            throw JobError(.usage, "There are no identifiers to search for. Give one a line.")
        }
    }

    /// Texts that are in memory already, each once.
    ///
    /// - Returns: nil if there are none.
    init?(texts: [[UInt8]]) {
        var known: Set<[UInt8]> = []
        for (index, text) in texts.enumerated() where !text.isEmpty && known.insert(text).inserted {
            identifiers.append(Identifier(line: index + 1, text: text))
        }
        if identifiers.isEmpty { return nil }
    }

    private static var tooLarge: JobError {
        JobError(
            .usage,
            "There are more than \(mostIdentifiers) identifiers, or more than \(mostBytes >> 20) MiB of them. Search for them in several runs."
        )
    }
}

extension [UInt8] {
    fileprivate var trimmingBlanks: [UInt8] {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
            return []
        }
        return Array(self[first...last])
    }
}
