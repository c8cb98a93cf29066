/// Where in a site's targets a number names content: an article, a board's post, a product.
///
/// Written as a path in which `{n}` stands for a number that is a whole segment, such as `/article/{n}`, or as a path
/// and the query parameter whose number is kept, such as `/board/view?no`. Segments are compared as they decode, and may
/// be written decoded or as they stand in URLs.
public struct ContentPattern: Hashable, Sendable {
    /// Digits of a number of content, at most: longer ones may be a phone's or a card's.
    static let digitLimit = 9

    public let text: String
    /// The segments of the path, decoded; nil stands for a number.
    let segments: [[UInt8]?]
    /// The parameter whose number is kept.
    let parameter: [UInt8]?

    /// - Returns: nil for a text that is neither of both forms.
    public init?(_ text: String) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = parts.first, path.hasPrefix("/"), path.utf8.allSatisfy({ $0 > 32 && $0 != 0x7F }) else {
            return nil
        }
        var segments: [[UInt8]?] = []
        for segment in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            let isNumber = segment == "{n}"
            guard isNumber || !segment.contains(where: { "{}".contains($0) }) else { return nil }
            guard !isNumber else {
                segments.append(nil)
                continue
            }
            guard let decoded = ContentPattern.decoded(segment) else { return nil }
            segments.append(decoded)
        }
        parameter = parts.count == 2 ? Array(parts[1].utf8) : nil
        self.segments = segments
        self.text = text
        let isName = parameter.map {
            !$0.isEmpty && $0.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
        }
        guard isName ?? segments.contains(where: { $0 == nil }) else { return nil }
    }

    /// A segment as it is compared and stored; nil for one that no segment of a target decodes to.
    private static func decoded(_ segment: Substring) -> [UInt8]? {
        let encoded = Array(segment.utf8)
        var stored: [UInt8] = []
        var compared: [UInt8] = []
        guard SegmentDecoder.append(encoded.span, into: &stored) else { return nil }
        PercentEncoding.decode(encoded.span, plusIsSpace: false, into: &compared)
        return stored == compared ? stored : nil
    }
}
