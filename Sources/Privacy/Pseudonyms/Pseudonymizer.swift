internal import Events

/// Makes the pseudonyms of one epoch, each field's under its own key.
///
///     pseudonym = first 16 bytes of HMAC-SHA-256(K_field, 0x01 ‖ parts)
///     K_field   = HKDF-Expand-SHA-256(K_epoch, "footfall/v1" ‖ site ‖ purpose ‖ field ‖ epoch, 32)
///
/// where each part of the identifier is kind, length and canonical bytes (``IdentifierPart``), and each element of the
/// context is preceded by its length. The same identifier in another field, purpose, site or epoch has an unrelated
/// pseudonym.
struct Pseudonymizer: Sendable {
    /// The first byte of every message: the version of the scheme.
    static let version: UInt8 = 1

    /// One state per ``EventField/Identity``.
    private let fields: [KeyedMAC]

    init(_ key: borrowing EpochKey, policy: Policy) {
        var fields: [KeyedMAC] = []
        for field in EventField.Identity.allCases {
            let purpose = policy.field(.identity(field))?.purpose ?? .statistics
            let context = [policy.site, purpose.name, field.name, "\(key.epoch)"]
            fields.append(KeyedMAC(KeyDerivation.derive(from: key.secret, context: context)))
        }
        self.fields = fields
    }

    /// The pseudonym of `message`: the version and the parts of the identifier.
    func pseudonym(_ field: EventField.Identity, of message: Span<UInt8>) -> Pseudonym {
        var mac = fields[field.rawValue]
        mac.update(message)
        let (high, low) = mac.tag()
        return Pseudonym(high: high, low: low)
    }
}
