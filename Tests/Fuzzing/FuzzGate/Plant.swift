import FuzzSupport

/// An identifier that stands in every field of a run's records.
///
/// It is planted behind and before bytes that can stand beside an identifier; what is further away is the fuzzer's.
struct Plant {
    private static let identifiers = [
        "jane.roe@example.net", "+82-10-9876-5432", "198.51.100.23", "2001:db8:85a3::8a2e:370:7334",
        "00:1b:44:11:3a:b7", "6fa459ea-ee8a-3ca4-894e-db77e160355e", "4242-4242-4242-4242",
    ]
    private static let openings = [
        "/", "/u/", "?q=", "&utm_source=", "=", " ", "%20", "(", "\"", "/x_", "https://", ",",
    ]
    private static let closings = ["/", "", "&", "?", " ", "%20", ")", "\"", "#", ".html", ";", ","]

    private let identifier: String
    private let written: [UInt8]

    init(_ input: inout FuzzInput) {
        identifier = Plant.identifiers[input.choice(Plant.identifiers.count)]
        written =
            switch input.choice(4) {
            case 0: Array(identifier.utf8)
            case 1: Array(identifier.uppercased().utf8)
            case 2: identifier.utf8.flatMap { Array("%\(String($0, radix: 16))".utf8) }
            default: identifier.utf8.flatMap { Array("%25\(String($0, radix: 16))".utf8) }
            }
    }

    /// A field: bytes, the identifier, and bytes.
    func text(_ input: inout FuzzInput) -> [UInt8] {
        let opening = Plant.openings[input.choice(Plant.openings.count)]
        let closing = Plant.closings[input.choice(Plant.closings.count)]
        let before = input.line()
        let behind = input.line()
        // Without a byte between them, what follows would be part of another identifier.
        return before + Array(opening.utf8) + written + Array(closing.utf8) + (closing.isEmpty ? [] : behind)
    }

    /// Whether a text holds the identifier, plain or as it was written.
    func isFound(in text: String) -> Bool {
        let folded = text.lowercased()
        return folded.contains(identifier) || folded.contains(String(decoding: written, as: UTF8.self).lowercased())
    }
}
