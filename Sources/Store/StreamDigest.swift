/// A digest that is fed piece by piece; the store takes SHA-256 in this form, because it may not import cryptography.
public protocol StreamDigest {
    mutating func update(_ bytes: Span<UInt8>)
    func finish() -> [UInt8]
}
