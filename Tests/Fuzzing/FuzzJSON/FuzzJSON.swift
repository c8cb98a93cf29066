import FuzzSupport
import TestSupport

@testable import Intake

private let table = KeyPathTable([
    .init(["ts"], id: 0), .init(["request", "headers", "User-Agent"], ignoresCase: true, id: 1),
    .init(["request"], id: 2), .init(["a", "0"], id: 3), .init(["a", "1", "b"], id: 4), .init(["\u{E9}"], id: 5),
])

/// A JSON text of any bytes: it is accepted exactly if a plain reading of the grammar accepts it.
///
/// The input: where to cut the text; the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = unsafe FuzzInput(start, count)
    let cut = Int(input.byte())
    let text = input.rest()
    let scan = Scan(text, padding: 0)
    check(
        (scan.failure == nil) == PlainJSON.isObject(text, depth: JSONScanner.maximumDepth),
        "what RFC 8259 has is accepted, and nothing else")
    check(scan == Scan(text, padding: 9), "what stands around a text does not matter")
    if scan.failure == nil, let end = text.lastIndex(of: ASCII.rightBrace) {
        let part = Scan(Array(text[..<(cut % (end + 1))]), padding: 0)
        check(part.failure != nil, "a cut text is refused")
        check(scan.found.starts(with: part.found.dropLast()), "a cut text tells the same until it is cut")
    }
    return 0
}

/// What a scan told.
private struct Scan: Equatable {
    struct Value: Equatable {
        let id: Int
        let kind: JSONScalar.Kind
        let bytes: [UInt8]
    }

    private(set) var found: [Value] = []
    private(set) var failure: LineFailure?

    /// - Parameter padding: bytes before and behind the text, which would change it.
    init(_ text: [UInt8], padding: Int) {
        let quotes = [UInt8](repeating: ASCII.quote, count: padding)
        let bytes = quotes + text + quotes
        do throws(LineFailure) {
            try JSONScanner.scan(bytes.span, padding..<padding + text.count, wanting: table) { id, value in
                check(value.range.lowerBound >= padding, "a value lies within the text")
                check(value.range.upperBound <= padding + text.count, "a value lies within the text")
                var decoded: [UInt8] = []
                let range = JSONEscapes.decode(bytes.span, value.range, into: &decoded)
                check(String(validating: decoded[range], as: UTF8.self) != nil, "a string is well-formed UTF-8")
                check(value.hasEscapes || decoded[range].elementsEqual(bytes[value.range]), "escapes are told")
                found.append(Value(id: id, kind: value.kind, bytes: Array(decoded[range])))
            }
        } catch {
            check([RejectReason.syntax, .missingField].contains(error.reason), "what is wrong is the text")
            check((padding...padding + text.count).contains(error.position), "a failure lies within the text")
            failure = LineFailure(error.reason, at: error.position - padding)
        }
    }
}
