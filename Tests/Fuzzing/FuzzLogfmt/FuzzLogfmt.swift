import FuzzSupport

@testable import Intake

/// Lines of keys and values: logfmt with its options, and labelled values.
///
/// The input: the notation and its options in a byte; the line.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = unsafe FuzzInput(start, count)
    let choices = input.byte()
    var options = LogfmtOptions()
    options.separator = [.space, .comma, .semicolon][Int(choices & 3) % 3]
    options.allowsApostrophes = choices & 4 != 0
    options.allowsSpacesAroundEquals = choices & 8 != 0
    let line = input.rest()
    if choices & 0xC0 == 0xC0 {
        labelled(line)
    } else {
        let pairs = Pairs(line, options, padding: 0)
        check(pairs == Pairs(line, options, padding: 9), "what stands around a line does not matter")
        quoted(line)
    }
    return 0
}

/// What a scan told.
private struct Pairs: Equatable {
    private var pairs: [[UInt8]] = []
    private var failure: LineFailure?

    /// - Parameter padding: bytes before and behind the line, which would change it.
    init(_ line: [UInt8], _ options: LogfmtOptions, padding: Int) {
        let equals = [UInt8](repeating: ASCII.equals, count: padding)
        let bytes = equals + line + equals
        var place = padding
        do throws(LineFailure) {
            try LogfmtScanner.scan(bytes.span, padding..<padding + line.count, options) { key, value in
                check(key.lowerBound >= place && !key.isEmpty, "keys come in order")
                check(value.range.lowerBound >= key.upperBound, "a value follows its key")
                check(value.range.upperBound <= padding + line.count, "a value lies within the line")
                check(value.isQuoted || !value.hasEscapes, "only quoted values have escapes")
                place = value.range.upperBound
                var decoded: [UInt8] = []
                _ = JSONEscapes.decode(bytes.span, value.range, into: &decoded)
                check(decoded.count <= value.range.count, "decoding never lengthens")
                pairs += [Array(bytes[key]), decoded]
            }
        } catch {
            check([RejectReason.syntax, .missingField].contains(error.reason), "what is wrong is the line")
            check((padding...padding + line.count).contains(error.position), "a failure lies within the line")
            failure = LineFailure(error.reason, at: error.position - padding)
        }
    }
}

/// A value that is quoted and escaped is read back.
private func quoted(_ value: [UInt8]) {
    guard String(validating: value, as: UTF8.self) != nil else { return }
    let digits = Array("0123456789abcdef".utf8)
    let escaped = value.flatMap { byte -> [UInt8] in
        switch byte {
        case ASCII.quote, ASCII.backslash: [ASCII.backslash, byte]
        case ..<ASCII.space: Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        default: [byte]
        }
    }
    let line = Array("a=1 b=\"".utf8) + escaped + Array("\" c".utf8)
    var values: [[UInt8]] = []
    do throws(LineFailure) {
        try LogfmtScanner.scan(line.span, line.indices, .logfmt) { _, value in
            var decoded: [UInt8] = []
            let range = JSONEscapes.decode(line.span, value.range, into: &decoded)
            values.append(value.hasEscapes ? Array(decoded[range]) : Array(line[value.range]))
        }
    } catch {
        check(false, "a quoted value is accepted")
    }
    check(values == [Array("1".utf8), value, []], "a quoted value is read back")
}

/// The labels and values of an accepted line make up the line.
private func labelled(_ line: [UInt8]) {
    let labels = line.split(separator: ASCII.tab, omittingEmptySubsequences: false).map { field in
        String(decoding: field.prefix { $0 != ASCII.colon }, as: UTF8.self)
    }
    let table = KeyPathTable(labels.enumerated().map { .init([$1], id: $0) })
    var values: [[UInt8]] = []
    do throws(LineFailure) {
        try LTSVScanner.scan(line.span, line.indices, wanting: table) { id, value in
            check(id == labels.firstIndex(of: labels[values.count]), "a value is told under its label")
            values.append(Array(line[value]))
        }
        let fields = zip(labels, values).map { Array($0.utf8) + [ASCII.colon] + $1 }
        check(Array(fields.joined(separator: [ASCII.tab])) == line, "labels and values make up the line")
    } catch {
        check([RejectReason.syntax, .missingField].contains(error.reason), "what is wrong is the line")
        check((0...line.count).contains(error.position), "a failure lies within the line")
    }
}
