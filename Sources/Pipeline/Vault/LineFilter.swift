import Events
import Intake

/// Which lines an officer wants to see: terms such as `status>=500 path~/login client=203.0.113.0/24`, all of which must
/// hold.
///
/// A term is a field, `=`, `!=`, `~` (contains), `<`, `<=`, `>` or `>=`, and a value, in double quotes if it has blanks. A
/// client is compared with an address or a block of addresses, `status=4xx` is a hundred of statuses, and everything else is
/// compared byte for byte.
public struct LineFilter: Sendable {
    enum Comparison: String, CaseIterable {
        // Longer ones first, or they would be read as the shorter ones that they begin with.
        case unequal = "!=", atMost = "<=", atLeast = ">=", equal = "=", contains = "~", less = "<", greater = ">"
    }

    struct Term {
        let field: RecordField
        let comparison: Comparison
        let value: String
        let test: @Sendable (RawBatch, Int) -> Bool
    }

    /// What it was read from.
    let text: String
    let terms: [Term]

    /// Lets every line through.
    public static let all = LineFilter()

    private init() {
        text = ""
        terms = []
    }

    /// Whether it has no terms.
    public var isEmpty: Bool { terms.isEmpty }

    /// Whether a term names who someone is.
    public var isIdentifying: Bool { terms.contains { $0.field.isIdentifying } }

    /// Reads a filter.
    ///
    /// - Throws: ``JobError`` (usage) that names the term by its number and never its value.
    public init(_ text: String) throws {
        self.text = text
        let words = try LineFilter.words(text)
        terms = try words.enumerated().map { number, word in
            do throws(FilterMistake) {
                return try LineFilter.term(word)
            } catch {
                throw JobError(.usage, "Term \(number + 1) of the filter: \(error.words)")
            }
        }
    }

    /// Reads a filter from a file.
    ///
    /// - Parameter argument: a path, or `-` for the standard input.
    /// - Throws: ``IntakeError``, or ``JobError`` (usage).
    public init(reading argument: String) throws {
        guard let bytes = try Ingest.Input(argument).content(atMost: 64 << 10) else {
            throw JobError(.usage, "The filter is too long. It may have up to 64 KiB.")
        }
        try self.init(String(decoding: bytes, as: UTF8.self))
    }

    /// Whether a row is wanted.
    func matches(_ batch: RawBatch, row: Int) -> Bool {
        terms.allSatisfy { $0.test(batch, row) }
    }

    /// The terms, without the quotes around values.
    private static func words(_ text: String) throws -> [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in text {
            if character == "\"" {
                isQuoted.toggle()
                word = word ?? ""
            } else if character.isWhitespace, !isQuoted {
                if let word { words.append(word) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        guard !isQuoted else { throw JobError(.usage, "The filter ends within quotes. Close them.") }
        return words + (word.map { [$0] } ?? [])
    }

    private static func term(_ word: String) throws(FilterMistake) -> Term {
        let nameEnd = word.firstIndex { !($0.isLetter || $0 == "_") } ?? word.endIndex
        guard let field = RecordField(named: word[..<nameEnd]) else {
            throw FilterMistake(
                "there is no such field. The fields are: \(RecordField.named.map(\.name).joined(separator: ", ")).")
        }
        let rest = word[nameEnd...]
        guard let comparison = Comparison.allCases.first(where: { rest.hasPrefix($0.rawValue) }) else {
            throw FilterMistake("after the field comes =, !=, ~, <, <=, > or >=, and a value.")
        }
        let value = String(rest.dropFirst(comparison.rawValue.count))
        return Term(
            field: field, comparison: comparison, value: value, test: try test(field, comparison, value))
    }

    private static func test(
        _ field: RecordField, _ comparison: Comparison, _ value: String
    ) throws(FilterMistake) -> @Sendable (RawBatch, Int) -> Bool {
        if case .number = field { return try numberTest(field, comparison, value) }
        let bytes = Array(value.utf8)
        switch comparison {
        case .equal, .unequal:
            let isWanted = comparison == .equal
            if field == .text(.client), let block = AddressBlock(bytes.span) {
                return { batch, row in
                    let isIn = field.text(of: batch, row: row) { value in
                        IPAddress(value).map { block.contains($0) } ?? false
                    }
                    return (isIn ?? false) == isWanted
                }
            }
            return { batch, row in
                (field.text(of: batch, row: row) { $0.copied == bytes } ?? false) == isWanted
            }
        case .contains:
            return { batch, row in field.text(of: batch, row: row) { $0.contains(bytes) } ?? false }
        default:
            throw FilterMistake("only status, bytes and duration can be greater or less.")
        }
    }

    private static func numberTest(
        _ field: RecordField, _ comparison: Comparison, _ value: String
    ) throws(FilterMistake) -> @Sendable (RawBatch, Int) -> Bool {
        if field == .number(.status), comparison == .equal, value.hasSuffix("xx"),
            let hundred = Int64(value.dropLast(2))
        {
            return { batch, row in field.number(of: batch, row: row).map { $0 / 100 == hundred } ?? false }
        }
        guard let limit = Int64(value), comparison != .contains else {
            throw FilterMistake("the value must be a number.")
        }
        return { batch, row in
            guard let number = field.number(of: batch, row: row) else { return comparison == .unequal }
            return switch comparison {
            case .equal: number == limit
            case .unequal: number != limit
            case .less: number < limit
            case .atMost: number <= limit
            case .greater: number > limit
            case .atLeast: number >= limit
            case .contains: false
            }
        }
    }
}

/// What is wrong with a term.
private struct FilterMistake: Error {
    let words: String

    init(_ words: String) {
        self.words = words
    }
}

extension Span<UInt8> {
    /// Whether `bytes` are somewhere in it.
    fileprivate func contains(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty else { return true }
        guard count >= bytes.count else { return false }
        return (0...count - bytes.count).contains { start in
            bytes.indices.allSatisfy { self[start + $0] == bytes[$0] }
        }
    }
}
