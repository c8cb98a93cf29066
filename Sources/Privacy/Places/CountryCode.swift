/// A country in two capital letters (ISO 3166-1 alpha-2); nothing else fits in.
public struct CountryCode: Hashable, Sendable {
    private let first: UInt8
    private let second: UInt8

    /// Reads exactly two capital letters of ASCII that are a country's.
    init?(_ text: Span<UInt8>) {
        guard text.count == 2, ASCII.isUpper(text[0]), ASCII.isUpper(text[1]),
            CountryCode.isAssigned(text[0], text[1])
        else { return nil }
        first = text[0]
        second = text[1]
    }

    public func append(to text: inout [UInt8]) {
        text.append(first)
        text.append(second)
    }
}

extension CountryCode: CustomStringConvertible {
    public var description: String {
        String(decoding: [first, second], as: UTF8.self)
    }
}
