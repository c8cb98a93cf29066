/// What every file begins and ends with.
enum ParquetFormat {
    /// `PAR1`.
    static let magic: [UInt8] = [0x50, 0x41, 0x52, 0x31]
    /// `PARE`, where the footer is encrypted.
    static let encryptedMagic: [UInt8] = [0x50, 0x41, 0x52, 0x45]
    /// The length of the footer and the magic bytes.
    static let tailLength = 8
}
