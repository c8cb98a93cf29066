/// One identifier of a person, as somebody wrote it down.
///
/// It is in clear, so it lives in memory or sealed: it has no description and no coding.
public struct SubjectIdentifier: Hashable, Sendable {
    /// What an identifier is; the raw value is how lists name it.
    public enum Kind: String, CaseIterable, Sendable {
        case user, email, cookie, device, mac, address
    }

    public let kind: Kind
    /// The exact bytes.
    public let text: [UInt8]

    public init(_ kind: Kind, _ text: [UInt8]) {
        self.kind = kind
        self.text = text
    }

    /// Whether it tells a person alone: an address is shared by many, and passes from one to the next.
    public var isStrong: Bool { kind != .address }

    /// The texts that stand for it where nothing is known but text.
    ///
    /// A Cookie header is one text, and so is each of its pairs that tells people apart, and the value of that: a pair as
    /// `theme=dark`, which many have, is none.
    public var texts: [[UInt8]] {
        guard kind == .cookie else { return [text] }
        let pairs = CookieHeader(text.span).pairs.filter(\.tellsPeopleApart)
        return [text] + pairs.flatMap { [$0.range, $0.value] }.filter { $0.count < text.count }.map { Array(text[$0]) }
    }

    /// Whether it is what devices send that have no identifier.
    var isNullDevice: Bool {
        switch kind {
        case .device, .mac: DeviceUUID(text.span)?.isNull == true || HardwareAddress(text.span)?.isNull == true
        default: false
        }
    }
}
