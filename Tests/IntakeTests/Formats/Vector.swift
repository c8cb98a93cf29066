import Foundation
import TestSupport

@testable import Intake

/// A published log line with the values that another reader finds in it.
struct Vector {
    /// The reader, and what it calls the format.
    let format: String
    let line: String
    /// What kind of line the reader takes it for; empty if it does not tell kinds apart.
    let kind: String
    /// Values by the names of the collection, those of ``fields``.
    let expected: [String: String]
    /// The `#Fields` directives of the line's file.
    private let directives: [String]

    static let fields = [
        "client", "ts", "ts_raw", "method", "url", "status", "bytes", "ua", "ref", "user", "host", "mac",
    ]

    /// All lines of the collection.
    static func all() throws -> [Vector] {
        try SharedData.bytes("logs-expected/vectors.ndjson").split(separator: ASCII.lineFeed).compactMap { row in
            guard let object = try JSONSerialization.jsonObject(with: Data(row)) as? [String: Any] else { return nil }
            return Vector(object)
        }
    }

    private init?(_ object: [String: Any]) {
        guard let format = object["format"] as? String, let line = object["line"] as? String else { return nil }
        self.format = format
        self.line = line
        let values = object["expect"] as? [String: Any] ?? [:]
        kind = values["log_type"] as? String ?? ""
        expected = Dictionary(
            uniqueKeysWithValues: Vector.fields.compactMap { field in values[field].map { (field, "\($0)") } })
        directives = object["fields_header"] as? [String] ?? []
    }

    /// The line as it would stand in its file: behind the directive that names as many columns as it has.
    var text: String {
        let columns = line.split(separator: " ").count
        let header = directives.first { $0.split(separator: " ").count - 1 == columns }
        return header.map { "\($0)\n\(line)" } ?? line
    }

    /// What is read in the line when nothing but it is known; nil if it is not accepted.
    var record: ParsedLine? {
        let bytes = Array(text.utf8)
        guard case .chosen(let choice) = FormatDetector.detect(bytes.span) else { return nil }
        var parser = LineParser(formats: choice.formats, options: Vector.options)
        let batch = parser.parseAll(bytes).batch
        return batch.rowCount == 1 ? ParsedLine(batch, row: 0) : nil
    }

    /// November 2026.
    static let options = LineOptions(latest: 1_795_000_000_000)

    var hasDirectives: Bool { !directives.isEmpty }

    /// An expected value as ``ParsedLine`` tells it: `-` is absent, and times are UTC milliseconds.
    func value(_ field: String) -> String? {
        guard let text = expected[field], text != "-", !text.isEmpty else { return nil }
        guard field == "ts" || field == "ts_raw" else { return text }
        var reader = TimeReader()
        let bytes = Array(text.utf8)
        return (try? reader.readInstant(.automatic, bytes.span, bytes.indices, Vector.options)).map { String($0) }
    }
}

extension ParsedLine {
    /// The value of a field of the collection, as it writes values.
    subscript(vector field: String) -> String? {
        switch field {
        case "client": texts[.client].map(ParsedLine.address)
        case "ts", "ts_raw": String(time)
        case "method": texts[.method]
        case "url": texts[.target]
        case "status": numbers[.status].map { String($0) }
        case "bytes": numbers[.bytes].map { String($0) }
        case "ua": texts[.agent]
        case "ref": texts[.referrer]
        case "user": texts[.user]
        case "host": texts[.host]
        case "mac": texts[.mac]
        default: nil
        }
    }

    /// The peer's address in a client field.
    private static func address(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: bytes[ClientResolver(trusted: []).peer(bytes.span).range], as: UTF8.self)
    }
}
