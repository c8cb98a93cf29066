internal import Crypto
internal import FoundationEssentials

/// Seals a few bytes to the holder of a private half: HPKE (RFC 9180) in base mode, one message a context, with
/// DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM.
///
/// The purpose is part of what is agreed on (`info` of RFC 9180), so that what is sealed for one use cannot be passed
/// off as sealed for another. A sealed text is the encapsulated key of 32 bytes, then as many bytes as were sealed, then
/// a tag of 16 bytes. It tells nothing of who has sealed it.
enum HybridSeal {
    /// By how much a sealed text is longer than what is sealed.
    static let overhead = PublicHalf.byteCount + 16

    static let suite = HPKE.Ciphersuite(kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256)

    static func seal(
        _ key: borrowing SecretKey, to publicHalf: PublicHalf, for purpose: [String]
    ) throws(SealError) -> [UInt8] {
        do {
            let recipient = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicHalf.bytes)
            guard try sharesSecrets(recipient) else { throw SealError.unusableKey }
            var sender = try HPKE.Sender(recipientKey: recipient, ciphersuite: suite, info: info(purpose))
            // SAFETY: the buffer is read within the call.
            let sealed = try unsafe key.withUnsafeBytes { try unsafe sender.seal($0) }
            return Array(sender.encapsulatedKey + sealed)
        } catch {
            throw .unusableKey
        }
    }

    static func open(
        _ sealed: [UInt8], with privateHalf: borrowing PrivateHalf, for purpose: [String]
    ) throws(SealError) -> SecretKey {
        guard sealed.count == SecretKey.byteCount + overhead else { throw .cannotOpen }
        var opened = try open(
            Data(sealed[PublicHalf.byteCount...]), encapsulated: Data(sealed[..<PublicHalf.byteCount]),
            with: privateHalf, info: info(purpose), associated: Data())
        defer { opened.resetBytes(in: opened.startIndex..<opened.endIndex) }
        return unsafe SecretKey { buffer in
            // SAFETY: a text of this length holds exactly 32 bytes.
            unsafe opened.withUnsafeBytes { unsafe buffer.copyMemory(from: $0) }
        }
    }

    /// As RFC 9180 has it, for any `info` and associated data.
    static func open(
        _ sealed: Data, encapsulated: Data, with privateHalf: borrowing PrivateHalf, info: Data, associated: Data
    ) throws(SealError) -> Data {
        do {
            guard try sharesSecrets(Curve25519.KeyAgreement.PublicKey(rawRepresentation: encapsulated)) else {
                throw SealError.cannotOpen
            }
            return try privateHalf.withKey { key in
                var recipient = try HPKE.Recipient(
                    privateKey: key, ciphersuite: suite, info: info, encapsulatedKey: encapsulated)
                return try recipient.open(sealed, authenticating: associated)
            }
        } catch {
            throw .cannotOpen
        }
    }

    /// Whether what is agreed on with a point is secret: with one of low order, anybody agrees on zero.
    ///
    /// RFC 9180, section 7.1.4, asks for this check, which the library leaves to its callers. Multiplication by any private
    /// half tells, since all of them are multiples of the cofactor.
    private static func sharesSecrets(_ point: Curve25519.KeyAgreement.PublicKey) throws -> Bool {
        let probe = try Curve25519.KeyAgreement.PrivateKey().sharedSecretFromKeyAgreement(with: point)
        // SAFETY: the buffer is read within the call.
        return unsafe probe.withUnsafeBytes { unsafe $0.contains { $0 != 0 } }
    }

    private static func info(_ purpose: [String]) -> Data { Data(KeyDerivation.info(purpose)) }
}
