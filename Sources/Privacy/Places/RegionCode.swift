/// A country's subdivision such as `JP-13` (ISO 3166-2); nothing else fits in.
public struct RegionCode: Hashable, Sendable {
    public let country: CountryCode
    /// Up to three bytes, the first of them highest.
    private let subdivision: UInt32

    /// Reads the part behind the hyphen: one to three capital letters or digits of ASCII.
    init?(_ subdivision: Span<UInt8>, of country: CountryCode) {
        guard (1...3).contains(subdivision.count) else { return nil }
        var packed: UInt32 = 0
        for index in subdivision.indices {
            let byte = subdivision[index]
            guard ASCII.isUpper(byte) || ASCII.isDigit(byte) else { return nil }
            packed = packed << 8 | UInt32(byte)
        }
        self.country = country
        self.subdivision = packed
    }

    public func append(to text: inout [UInt8]) {
        country.append(to: &text)
        text.append(UInt8(ascii: "-"))
        for shift in [16, 8, 0] {
            let byte = UInt8(truncatingIfNeeded: subdivision >> UInt32(shift))
            if byte != 0 { text.append(byte) }
        }
    }
}

extension RegionCode: CustomStringConvertible {
    public var description: String {
        var text: [UInt8] = []
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }
}
