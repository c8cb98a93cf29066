public import Events
internal import Intake

/// Makes the tags by which a person's lines are recognised.
///
///     tag = first 16 bytes of HMAC-SHA-256(K, 0x02 ‖ class ‖ part)
///     K   = HKDF-Expand-SHA-256(suppression key, "footfall/v1" ‖ "subject tag", 32)
///
/// where the part is kind, length and canonical bytes (``IdentifierPart``), so that every notation of an identifier has the
/// same tag. A tag does not depend on epoch or policy: a user id has one with its case and one without, and the
/// policy says which of them its rows are compared by.
public struct SubjectTagger: Sendable {
    /// The first byte of every message; pseudonyms begin with another.
    private static let version: UInt8 = 2

    private let mac: KeyedMAC
    private let ignoresUserCase: Bool

    /// - Parameters:
    ///   - key: the suppression key.
    ///   - options: whether user ids that differ in case are one.
    public init(key: borrowing SuppressionKey, options: PolicyOptions) {
        mac = KeyedMAC(KeyDerivation.derive(from: key.secret, context: ["subject tag"]))
        ignoresUserCase = options.ignoresUserCase
    }

    /// The tags that stand for an identifier; none for the device ids and hardware addresses that stand for "none".
    public func tags(of identifier: SubjectIdentifier) -> [SubjectTag] {
        let text = identifier.text.span
        switch identifier.kind {
        case .user:
            return [
                tag(.user) { IdentifierPart.appendUser(text, foldsCase: false, to: &$0) },
                tag(.userInAnyCase) { IdentifierPart.appendUser(text, foldsCase: true, to: &$0) },
            ]
        case .email: return [emailTag(text)]
        case .cookie: return identifier.texts.map { cookieTag($0.span) }
        case .device, .mac: return deviceTag(text).map { [$0] } ?? []
        case .address: return [addressTag(text)]
        }
    }

    /// The tag of the path of a request target, exact and without the query.
    public func targetTag(_ target: Span<UInt8>) -> SubjectTag {
        let path = target.extracting(RequestTarget(target).path)
        return tag(.target) { IdentifierPart.appendTarget(path, to: &$0) }
    }

    func userTag(_ text: Span<UInt8>) -> SubjectTag {
        tag(ignoresUserCase ? .userInAnyCase : .user) {
            IdentifierPart.appendUser(text, foldsCase: ignoresUserCase, to: &$0)
        }
    }

    /// The second tag of a user id that may be an e-mail address, the only one of an e-mail address.
    func emailTag(_ text: Span<UInt8>) -> SubjectTag {
        tag(.user) { IdentifierPart.appendEmail(text, to: &$0) }
    }

    func cookieTag(_ text: Span<UInt8>) -> SubjectTag {
        tag(.cookie) { IdentifierPart.appendCookie(text, to: &$0) }
    }

    func deviceTag(_ text: Span<UInt8>) -> SubjectTag? {
        var isPresent = true
        let tag = tag(.device) { isPresent = IdentifierPart.appendDeviceOrHardware(text, to: &$0) }
        return isPresent ? tag : nil
    }

    func addressTag(_ text: Span<UInt8>) -> SubjectTag {
        tag(.address) { IdentifierPart.appendAddress(text, to: &$0) }
    }

    private func tag(_ subjectClass: SubjectClass, _ append: (inout [UInt8]) -> Void) -> SubjectTag {
        var message = [SubjectTagger.version, subjectClass.rawValue]
        append(&message)
        var mac = mac
        mac.update(message.span)
        let (high, low) = mac.tag()
        return SubjectTag(high: high, low: low)
    }
}
