/// Writes comma-separated values (RFC 4180).
///
/// A field that begins with a character by which spreadsheets recognise a formula gets an apostrophe before it, so that
/// nothing that came from a log is ever evaluated; the full-width forms are such characters in East Asian versions.
/// Characters that could control a terminal are escaped as in text.
struct CSVWriter {
    private(set) var text = ""

    mutating func row(_ fields: [String]) {
        text += fields.map(CSVWriter.field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? false
        let safe = (isFormula ? "'" : "") + SafeText.escaped(text)
        let needsQuotes = safe.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0D || $0 == 0x0A }
        guard needsQuotes else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
