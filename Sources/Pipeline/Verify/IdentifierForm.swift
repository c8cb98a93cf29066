/// An identifier in one notation, as bytes to search for.
struct IdentifierForm: Hashable {
    /// Shorter forms are found in any text, and say nothing.
    static let shortestLength = 4
    /// Forms of so many bytes hardly ever turn up by chance, even among random bytes: of 6 bytes once in 280 TB.
    static let safeLength = 6

    let notation: LeakNotation
    let bytes: [UInt8]
    /// Whether the case of ASCII letters is of no account.
    let ignoresCase: Bool

    /// Whether the form is to be expected by chance in compressed or random data.
    var isShort: Bool { bytes.count < IdentifierForm.safeLength }

    /// Whether it makes sense to look for the form at all.
    ///
    /// What somebody gave is looked for from 4 bytes on in every encoding, and so are the 4 bytes of an address; what
    /// is only derived from it must have 6.
    var isTelling: Bool {
        switch notation {
        case .text, .percentEncoded, .legacyText, .addressBytes: bytes.count >= IdentifierForm.shortestLength
        default: bytes.count >= IdentifierForm.safeLength
        }
    }
}
