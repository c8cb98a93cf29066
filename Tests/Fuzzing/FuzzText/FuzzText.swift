import Events
import FuzzSupport

@testable import Intake

/// The small readers of text: escapes, the request line, the name of a source.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = unsafe FuzzInput(start, count)
    switch input.choice(3) {
    case 0: escapes(input.rest())
    case 1: requestLine(input.rest())
    default: sourceName(input.rest())
    }
    return 0
}

/// Decoding never lengthens a text, and gives back what was escaped in the ways of nginx and Apache.
private func escapes(_ text: [UInt8]) {
    var output: [UInt8] = [1]
    let range = LogEscapes.decode(text.span, 0..<text.count, into: &output)
    check(range == 1..<output.count && range.count <= text.count, "decoding appends, and never lengthens")
    let digits = Array("0123456789abcdef".utf8)
    let escaped = text.flatMap { byte -> [UInt8] in
        switch byte {
        case ASCII.quote,
            ASCII.backslash where text.count % 2 == 0:
            [ASCII.backslash, byte]
        case 32..<127 where byte != ASCII.quote && byte != ASCII.backslash: [byte]
        default: [ASCII.backslash, UInt8(ascii: "x"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    let back = LogEscapes.decode(escaped.span, 0..<escaped.count, into: &output)
    check(Array(output[back]) == text, "what was escaped is given back")
}

/// Method, target and protocol lie in the request in this order, or none of them does.
private func requestLine(_ request: [UInt8]) {
    var record = LineRecord()
    RequestLine.read(request.span, 0..<request.count, isDecoded: false, into: &record)
    let method = record.range(.method)
    let target = record.range(.target)
    let version = record.range(.protocol)
    guard !method.isAbsent else {
        check(target.isAbsent, "a target has a method")
        return
    }
    check(method.start == 0 && method.end > 0, "the method comes first")
    check(target.start == method.end + 1 && target.end > target.start, "the target follows the method")
    check(
        version.isAbsent ? Int(target.end) == request.count : version.start == target.end + 1,
        "the protocol follows the target")
    check(version.isAbsent || Int(version.end) == request.count, "the protocol comes last")
}

/// A file has the same name after its rotation.
private func sourceName(_ bytes: [UInt8]) {
    let path = String(decoding: bytes, as: UTF8.self)
    let name = SourceName.name(ofPath: path)
    check(name.utf8.count <= path.utf8.count, "a name is not longer than its path")
    guard !path.isEmpty, path.utf8.last != ASCII.slash else { return }
    for suffix in [".1", ".gz", ".12.gz", ".old", "-20260301", ".2026-03-01", "-2026030114.gz"] {
        check(SourceName.name(ofPath: path + suffix) == name, "rotation does not change the name")
    }
}
