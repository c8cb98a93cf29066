/// Reads lines of labelled tab-separated values (http://ltsv.org): `label:value`, with tabs between the fields.
///
/// A label has letters, digits, `_`, `.` and `-`; a value has any bytes but tabs, and no escapes.
enum LTSVScanner {
    /// Tells the values of the wanted labels, which are paths of one key in `table`.
    ///
    /// - Parameter found: called with each wanted value; what it throws ends the scan.
    /// - Throws: `.missingField` at the end of a line that is cut within a label, `.syntax` where a label has no colon.
    @inline(__always)
    static func scan(
        _ bytes: Span<UInt8>, _ line: Range<Int>, wanting table: KeyPathTable,
        _ found: (_ id: Int, _ value: Range<Int>) throws(LineFailure) -> Void
    ) throws(LineFailure) {
        var position = line.lowerBound
        repeat {
            let start = position
            while position < line.upperBound, isLabel(bytes[position]) { position &+= 1 }
            guard position < line.upperBound else { throw LineFailure(.missingField, at: position) }
            guard bytes[position] == ASCII.colon, position > start else { throw LineFailure(.syntax, at: position) }
            let label = start..<position
            let value = position + 1
            let end = bytes.firstIndex(of: ASCII.tab, in: value..<line.upperBound) ?? line.upperBound
            if let id = table.id(of: table.child(of: KeyPathTable.root, bytes, label)) { try found(id, value..<end) }
            position = end + 1
        } while position <= line.upperBound
    }

    @inline(__always)
    private static func isLabel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            ASCII.zero...ASCII.nine, UInt8(ascii: "_"), ASCII.dot, ASCII.minus:
            true
        default:
            false
        }
    }
}
