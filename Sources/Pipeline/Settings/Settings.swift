public import Intake

/// How jobs work on a store: what `footfall.yaml` says, and the defaults for what it does not say.
///
/// These are operational settings. Nothing here decides what is collected and what is stored of it; that is the policy's.
public struct Settings: Equatable, Sendable {
    /// The format of inputs, if neither their source nor the command line names one.
    public var format = FormatSetting.automatic
    /// One's own proxies; see ``ClientResolver``.
    public var trustedProxies: [AddressBlock] = []
    /// Lines with more bytes than this are rejected unread.
    public var maximumLineBytes = 1 << 20
    /// The percentage of bad lines from which on a run fails.
    public var maximumRejectRate = 5.0
    /// Milliseconds between commits of an input that does not end.
    public var commitInterval: Int64 = 10_000
    /// Milliseconds between two looks at followed files.
    public var pollInterval: Int64 = 500
    /// What is read when a run is given no input: paths and patterns of paths.
    public var inputs: [String] = []
    /// The zone in which days begin, for a new store; nil to take it from the machine or the log.
    public var timeZone: ZoneSetting?
    /// What differs for single sources, by their names.
    public var sources: [String: SourceSettings] = [:]

    public init() {}

    /// The format of a source's lines.
    public func format(ofSource name: String) -> FormatSetting { sources[name]?.format ?? format }

    /// What the parsing of a source's lines needs to know.
    ///
    /// - Parameters:
    ///   - latest: the present in UTC milliseconds; later lines are refused.
    ///   - zone: of times that are written without one.
    public func lineOptions(ofSource name: String, latest: Int64, zone: ZoneOffsets) -> LineOptions {
        let source = sources[name]
        return LineOptions(
            latest: latest, zone: zone, maximumLineBytes: source?.maximumLineBytes ?? maximumLineBytes,
            trustedProxies: source?.trustedProxies ?? trustedProxies)
    }

    /// The proxies of all sources.
    var allTrustedProxies: [AddressBlock] { trustedProxies + sources.values.flatMap { $0.trustedProxies ?? [] } }
}
