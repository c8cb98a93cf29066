@testable import Intake

/// What a scan of a JSON text told, spelled out for comparisons.
struct ScannedJSON: Equatable {
    struct Found: Equatable, CustomStringConvertible {
        let id: Int
        let kind: JSONScalar.Kind
        /// The bytes of the value, decoded if it has escapes.
        let bytes: [UInt8]

        init(_ id: Int, _ kind: JSONScalar.Kind, _ text: String) {
            self.init(id, kind, Array(text.utf8))
        }

        init(_ id: Int, _ kind: JSONScalar.Kind, _ bytes: [UInt8]) {
            self.id = id
            self.kind = kind
            self.bytes = bytes
        }

        var description: String { "\(id): \(kind) \(String(decoding: bytes, as: UTF8.self))" }
    }

    var found: [Found] = []
    var failure: LineFailure?

    init(_ text: String, _ wants: KeyPathTable.Want...) {
        self.init(Array(text.utf8), KeyPathTable(wants))
    }

    init(_ bytes: [UInt8], _ table: KeyPathTable, in range: Range<Int>? = nil, acceptsAnyValue: Bool = false) {
        do throws(LineFailure) {
            let text = range ?? bytes.indices
            try JSONScanner.scan(bytes.span, text, wanting: table, acceptsAnyValue: acceptsAnyValue) { id, value in
                var decoded: [UInt8] = []
                let place = JSONEscapes.decode(bytes.span, value.range, into: &decoded)
                found.append(
                    Found(id, value.kind, value.hasEscapes ? Array(decoded[place]) : Array(bytes[value.range])))
            }
        } catch {
            failure = LineFailure(error.reason, at: error.position - (range?.lowerBound ?? 0))
        }
    }
}
