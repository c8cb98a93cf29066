internal import Foundation

/// Text in the one form that Unicode gives to spellings that look the same.
enum UnicodeText {
    /// The text in composed normal form (NFC, UAX #15), nil if it is not well-formed UTF-8.
    static func composed(_ text: Span<UInt8>, foldsCase: Bool) -> [UInt8]? {
        guard let string = string(text) else { return nil }
        return composed(string, foldsCase: foldsCase)
    }

    /// The same without the white space around it.
    static func trimmed(_ text: Span<UInt8>, foldsCase: Bool) -> [UInt8]? {
        guard let string = string(text) else { return nil }
        let inner = string.drop(while: \.isWhitespace)
        guard let last = inner.lastIndex(where: { !$0.isWhitespace }) else { return [] }
        return composed(String(inner[...last]), foldsCase: foldsCase)
    }

    private static func string(_ text: Span<UInt8>) -> String? {
        var copy: [UInt8] = []
        copy.append(text)
        return String(validating: copy, as: UTF8.self)
    }

    /// Composed before, so that case is folded alike, and after, since folding may decompose.
    private static func composed(_ string: String, foldsCase: Bool) -> [UInt8] {
        let composed = string.precomposedStringWithCanonicalMapping
        return Array((foldsCase ? composed.lowercased().precomposedStringWithCanonicalMapping : composed).utf8)
    }
}
