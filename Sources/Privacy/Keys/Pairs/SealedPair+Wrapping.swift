internal import Crypto
internal import Events
internal import FoundationEssentials

extension SealedPair {
    /// The same pair, sealed to the same officers, under another key-encryption key.
    ///
    /// - Throws: ``SealError/cannotOpen`` if `old` is not the key that it lies under, or the file was changed.
    func rewrapped(
        from old: borrowing KeyEncryptionKey, to new: borrowing KeyEncryptionKey
    ) throws(SealError) -> SealedPair {
        SealedPair.wrap(try unwrapped(under: old), of: name, publicHalf, under: new)
    }

    /// The officers' entries, of which none can be opened without an officer's private half.
    func unwrapped(under key: borrowing KeyEncryptionKey) throws(SealError) -> [UInt8] {
        let header = SealedPair.header(number: keyEncryptionNumber, publicHalf: publicHalf)
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return Array(
                try AES.GCM.open(
                    box, using: SealedPair.wrapping(name, key), authenticating: header + name.description.utf8))
        } catch {
            throw .cannotOpen
        }
    }

    /// Seals the officers' entries under a key-encryption key, with a random nonce.
    static func wrap(
        _ entries: [UInt8], of name: PairName, _ publicHalf: PublicHalf, under key: borrowing KeyEncryptionKey
    ) -> SealedPair {
        let header = header(number: key.number, publicHalf: publicHalf)
        do {
            let box = try AES.GCM.seal(
                entries, using: wrapping(name, key), authenticating: header + name.description.utf8)
            return SealedPair(
                name: name, publicHalf: publicHalf, keyEncryptionNumber: key.number,
                sealed: Array(box.nonce) + box.ciphertext + box.tag)
        } catch {
            preconditionFailure("AES-GCM seals anything of this size")
        }
    }

    /// The number of the key-encryption key in what may be only the beginning of a file.
    static func keyEncryptionNumber(in bytes: [UInt8]) -> UInt32? {
        guard bytes.count >= magic.count + 4, bytes.starts(with: magic) else { return nil }
        return bytes[magic.count..<(magic.count + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func wrapping(_ name: PairName, _ key: borrowing KeyEncryptionKey) -> SymmetricKey {
        KeyDerivation.derive(from: key.secret, context: ["day key", name.description])
    }
}
