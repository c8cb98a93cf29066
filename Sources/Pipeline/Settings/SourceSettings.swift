public import Intake

/// What differs for one source; nil where it has nothing of its own.
public struct SourceSettings: Equatable, Sendable {
    public var format: FormatSetting?
    public var trustedProxies: [AddressBlock]?
    public var maximumLineBytes: Int?

    public init() {}
}
