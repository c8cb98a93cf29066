extension Span<UInt8> {
    /// The offset of the first `byte`.
    func firstOffset(of byte: UInt8) -> Int? {
        for offset in indices where self[offset] == byte { return offset }
        return nil
    }
}
