/// A time zone that somebody has asked for.
public struct ZoneSetting: Equatable, Sendable {
    /// An IANA name, or an offset such as `+09:00`.
    public let name: String
    let place: SettingsPlace
}
