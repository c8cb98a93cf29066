/// Turns a request target into a templated path: what was asked for, without who or which one.
///
/// Scheme, user, authority, query, fragment and segment parameters (`;jsessionid=…`) are cut; escapes are decoded, but
/// for `%2F` and `%25`, so that segments stay what they were and the result is not decoded twice; repeated slashes and
/// dot segments stay. A segment that is or holds an identifier (``Detectors``), is a number of four or more digits
/// other than a year, or holds seven digits in a row becomes `{id}`; a known file name extension stays behind it. The
/// result is valid UTF-8 without control characters: U+FFFD stands for what is neither. What is longer than the limits
/// ends with `…`.
public struct PathGeneraliser: Sendable {
    /// Longest segment, in bytes.
    public static let segmentLimit = 128
    /// Longest path, in bytes.
    public static let pathLimit = 1024
    /// Most segments of a path.
    public static let segmentCountLimit = 32

    private static let placeholder = Array("{id}".utf8)
    private static let ellipsis = Array("…".utf8)

    private let contentPatterns: [ContentPattern]
    /// Whether a pattern has a parameter.
    private let looksIntoQuery: Bool

    /// - Parameter contentPatterns: targets whose numbers name content and stay.
    public init(contentPatterns: [ContentPattern] = []) {
        self.contentPatterns = contentPatterns
        looksIntoQuery = contentPatterns.contains { $0.parameter != nil }
    }

    /// The part of a target that alone decides on its path: targets that differ in what follows have one path.
    func decisivePart(of target: Span<UInt8>, _ parts: RequestTarget) -> Range<Int> {
        looksIntoQuery || parts.path.isEmpty ? 0..<target.count : 0..<parts.path.upperBound
    }

    /// Appends the templated path to `result`; false, and nothing appended, if the target has no path (authority form).
    public func generalise(_ target: Span<UInt8>, into result: inout [UInt8]) -> Bool {
        let parts = RequestTarget(target)
        if parts.isAsterisk {
            result.append(UInt8(ascii: "*"))
            return true
        }
        guard !parts.path.isEmpty else {
            guard RequestTarget.endOfScheme(target) != nil else { return false }
            result.append(UInt8(ascii: "/"))
            return true
        }
        for pattern in contentPatterns where pattern.append(target, parts, to: &result) { return true }
        appendPath(target.extracting(parts.path), into: &result)
        return true
    }

    private func appendPath(_ path: Span<UInt8>, into result: inout [UInt8]) {
        let pathStart = result.count
        var index = 0
        var segments = 0
        while index < path.count {
            result.append(UInt8(ascii: "/"))
            index += 1
            segments += 1
            let start = index
            while index < path.count, path[index] != UInt8(ascii: "/") { index += 1 }
            let segmentStart = result.count
            let goesOn = appendSegment(path.extracting(start..<index), into: &result)
            let isOver = result.count - pathStart > PathGeneraliser.pathLimit - PathGeneraliser.ellipsis.count
            let hasMore = index < path.count && goesOn
            if isOver || (hasMore && segments == PathGeneraliser.segmentCountLimit) {
                result.removeSubrange(segmentStart...)
                result.append(contentsOf: PathGeneraliser.ellipsis)
                return
            }
            if !goesOn { return }
        }
    }

    /// Appends one segment; false if an encoded `?` or `#` ended the path in it.
    private func appendSegment(_ segment: Span<UInt8>, into result: inout [UInt8]) -> Bool {
        let start = result.count
        let goesOn = SegmentDecoder.append(segment, into: &result)
        let end = result.count
        guard end > start else { return goesOn }
        let verdict = SegmentRule.judge(result.span.extracting(start..<end))
        switch verdict {
        case .keep:
            if end - start > PathGeneraliser.segmentLimit { cut(&result, from: start) }
        case .replace(let suffix):
            result.replaceSubrange(start..<(end - suffix), with: PathGeneraliser.placeholder)
        }
        return goesOn
    }

    /// Cuts the last segment to the limit, between two characters.
    private func cut(_ result: inout [UInt8], from start: Int) {
        var end = start + PathGeneraliser.segmentLimit - PathGeneraliser.ellipsis.count
        while end > start, result[end] & 0xC0 == 0x80 { end -= 1 }
        result.removeSubrange(end...)
        result.append(contentsOf: PathGeneraliser.ellipsis)
    }
}
