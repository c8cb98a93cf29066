@testable import Intake

/// What a scan of a key=value line told, spelled out for comparisons.
struct ScannedPairs: Equatable {
    struct Pair: Equatable, CustomStringConvertible {
        let key: String
        /// Nil for a key without a value, and for an empty one without quotes.
        let value: String?

        init(_ key: String, _ value: String?) {
            self.key = key
            self.value = value
        }

        var description: String { "\(key)=\(value ?? "nil")" }
    }

    var pairs: [Pair] = []
    var failure: LineFailure?

    init(_ text: String, _ options: LogfmtOptions = .logfmt) {
        self.init(Array(text.utf8), options)
    }

    init(_ bytes: [UInt8], _ options: LogfmtOptions, in range: Range<Int>? = nil) {
        let line = range ?? bytes.indices
        do throws(LineFailure) {
            try LogfmtScanner.scan(bytes.span, line, options) { key, value in
                pairs.append(Pair(String(decoding: bytes[key], as: UTF8.self), ScannedPairs.text(value, bytes)))
            }
        } catch {
            failure = LineFailure(error.reason, at: error.position - line.lowerBound)
        }
    }

    private static func text(_ value: LogfmtValue, _ bytes: [UInt8]) -> String? {
        if value.range.isEmpty, !value.isQuoted { return nil }
        guard value.hasEscapes else { return String(decoding: bytes[value.range], as: UTF8.self) }
        var decoded: [UInt8] = []
        let range = JSONEscapes.decode(bytes.span, value.range, into: &decoded)
        return String(decoding: decoded[range], as: UTF8.self)
    }
}
