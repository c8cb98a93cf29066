import Events

/// The values of one line that have been found so far, at most one for each place of the record.
struct LineValues {
    private var ranges = InlineArray<35, ByteRange>(repeating: .absent)
    private var escapes = InlineArray<35, FieldValue.Escapes>(repeating: .none)
    private var ids = InlineArray<35, Int32>(repeating: 0)
    private var bits: UInt64 = 0

    /// Whether a value tells a time.
    var hasTime: Bool { bits >> 33 != 0 }

    /// Keeps a value unless a better one, of a lower number, is there.
    @inline(__always)
    mutating func note(_ id: Int, _ value: FieldValue, at place: Int) {
        if bits & (1 << place) != 0, ids[place] < id { return }
        ranges[place] = ByteRange(value.range)
        escapes[place] = value.escapes
        ids[place] = Int32(id)
        bits |= 1 << place
    }

    /// Gives the values in the order of their places.
    @inline(__always)
    func forEach(_ body: (_ id: Int, _ value: FieldValue) throws(LineFailure) -> Void) throws(LineFailure) {
        var rest = bits
        while rest != 0 {
            let place = rest.trailingZeroBitCount
            rest &= rest &- 1
            try body(
                Int(ids.span[place]), FieldValue(ranges.span[place].indices, escapes: escapes.span[place]))
        }
    }
}
