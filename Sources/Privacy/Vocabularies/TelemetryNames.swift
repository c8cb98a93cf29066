/// Names of events and of what was clicked, as apps and devices send them.
///
/// With a list, its names and nothing else; without one, what looks like a name in a program and holds no identifier.
public struct TelemetryNames: Sendable {
    /// What stands for a name that is not on the list or looks like none.
    public static let other = "other"
    /// Longest name, in bytes.
    public static let limit = 64

    /// The list in lower case, empty if there is none.
    private let names: [[UInt8]]

    /// - Parameter names: the names that the policy lists, in any case.
    public init(_ names: [String] = []) {
        self.names = names.map { $0.utf8.map(ASCII.lowercased) }
    }

    /// Appends the name in lower case, or ``other``; false, and nothing appended, if there is none.
    ///
    /// A name begins with a letter, `#` or `.`, goes on with letters, digits, `_`, `-`, `.`, `:`, `#` and `/`, and has
    /// no four digits in a row: those number a thing or a person. Spaces inside it become `_`.
    public func generalise(_ text: Span<UInt8>, into result: inout [UInt8]) -> Bool {
        let trimmed = text.extracting(text.trimmedRange)
        guard trimmed.count > 0 else { return false }
        let name = trimmed.indices.map { ASCII.lowercased(trimmed[$0]) }
        if names.isEmpty ? TelemetryNames.isName(trimmed) : names.contains(name) {
            result.append(
                contentsOf: names.isEmpty ? name.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : $0 } : name)
        } else {
            result.append(contentsOf: TelemetryNames.other.utf8)
        }
        return true
    }

    private static func isName(_ text: Span<UInt8>) -> Bool {
        guard text.count <= limit, isStart(text[0]) else { return false }
        var letters = 0
        var digits = 0
        for index in 0..<text.count {
            let byte = text[index]
            digits = ASCII.isDigit(byte) ? digits + 1 : 0
            letters += ASCII.isLetter(byte) ? 1 : 0
            guard digits < 4, ASCII.isAlphanumeric(byte) || isJoint(byte) else { return false }
        }
        return letters > 0 && !Detectors.contains(text)
    }

    private static func isStart(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ".")
    }

    private static func isJoint(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "#"),
            UInt8(ascii: "/"), UInt8(ascii: " "):
            true
        default: false
        }
    }
}
