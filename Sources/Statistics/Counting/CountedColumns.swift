public import Events

/// The columns of events that a pass of a ``Tally`` reads, besides the time.
public struct CountedColumns: Hashable, Sendable {
    public let texts: [EventField.Text]
    public let identities: [EventField.Identity]
    public let numbers: [EventField.Number]
    public let flags: [EventField.Flag]
    /// Whether visit and sequence are read.
    public let hasOrder: Bool

    /// What ``Tally/count(_:day:)`` reads.
    public static func all(of definitions: [Definition]) -> CountedColumns {
        let dimensions = definitions.flatMap(\.dimensions)
        let texts: Set<EventField.Text> = Set(dimensions.flatMap(\.texts)).union([.kind, .method, .robotName])
        return CountedColumns(
            texts: EventField.Text.allCases.filter(texts.contains), identities: [.visitor, .network],
            numbers: [.status, .bytes, .duration, .browserMajor], flags: [.member, .pageView, .robot], hasOrder: true)
    }

    /// What ``Tally/countDetails(_:)`` reads.
    public static func details(of definitions: [Definition]) -> CountedColumns {
        let dimensions = definitions.filter { !$0.quantities.isEmpty || $0.scope == .steps }.flatMap(\.dimensions)
        let texts = Set(dimensions.flatMap(\.texts)).union([.kind])
        return CountedColumns(
            texts: EventField.Text.allCases.filter(texts.contains), identities: [.visitor, .network],
            numbers: [.duration], flags: [.pageView, .robot], hasOrder: true)
    }

    /// What ``Tally/hasEvents(_:)`` reads.
    public static let kinds = CountedColumns(texts: [.kind], identities: [], numbers: [], flags: [], hasOrder: false)
    /// What ``Tally/hasEventNetwork(_:)`` reads.
    public static let eventNetworks = CountedColumns(
        texts: [.kind], identities: [.network], numbers: [], flags: [], hasOrder: false)
}

extension Dimension {
    /// The columns of texts that labels are made of.
    fileprivate var texts: [EventField.Text] {
        switch self {
        case .text(let field): [field]
        case .fileExtension, .nextPath: [.path]
        case .referrer: [.referrerKind, .referrerDomain]
        case .campaign: [.utmSource, .utmMedium, .utmCampaign]
        case .all, .hour, .hourBlock, .status, .browserMajor, .membership, .responseSize, .responseTime,
            .visitDuration, .visitLength, .visitCount:
            []
        }
    }
}
