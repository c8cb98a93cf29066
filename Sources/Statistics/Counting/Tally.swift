public import Events

/// The bare counts of one epoch, with the people behind each, while they are counted.
///
/// The rows of an epoch are counted in two passes over the same batches in the same order: ``count(_:day:)`` for each, then,
/// after ``beginDetails()``, ``countDetails(_:)`` for each. The second pass counts what needs memory for every value,
/// such as distributions and pairs of pages, and only where the first one saw that enough people may be behind it. Each
/// batch holds all rows of its visitors.
public struct Tally {
    public let epoch: Epoch
    let definitions: [Definition]
    let threshold: Threshold
    let eventsHaveNetworks: Bool
    let seed: UInt64

    /// All tables but steps.
    var groups: [TableGroup]
    /// The labels of each dimension, shared by tables.
    private var spaces: [Dimension: LabelSpace] = [:]
    var filter: StepFilter
    var details: Details?

    /// Visitors are numbered over all batches; this is the first number of the next.
    var visitorCount: UInt32 = 0
    private var networkNumbers = NetworkNumbers()
    /// Distinct people behind the requests and events.
    var people = 0
    /// For each visitor one of its networks, ``absentIndex`` if none is known.
    var networkOfVisitor: [UInt32] = []

    /// - Parameters:
    ///   - threshold: what disclosure control will ask for.
    ///   - seed: random, secret to the process: labels come from outside and must not collide on purpose.
    ///   - eventsHaveNetworks: whether some event of the epoch has a network. Where none has, as in telemetry without
    ///     addresses, each visitor of an event counts for a network of its own.
    public init(
        epoch: Epoch, threshold: Threshold, seed: UInt64, definitions: [Definition] = Definition.standard,
        eventsHaveNetworks: Bool = true
    ) {
        self.epoch = epoch
        self.threshold = threshold
        self.seed = seed
        self.definitions = definitions
        self.eventsHaveNetworks = eventsHaveNetworks
        filter = StepFilter(threshold: threshold, seed: seed)
        var kinds: [[Definition]] = []
        for definition in definitions where definition.isCounted && definition.scope != .steps {
            if let index = kinds.firstIndex(where: { $0[0].hasRows(of: definition) }) {
                kinds[index].append(definition)
            } else {
                kinds.append([definition])
            }
        }
        groups = kinds.map { TableGroup($0, threshold: threshold, seed: seed) }
    }

    /// Whether a batch may have events of apps or devices.
    public static func hasEvents(_ batch: EventBatch) -> Bool {
        RowTraitReader.isEvent(batch[.kind]).contains(true)
    }

    /// Whether a batch has an event with a network.
    public static func hasEventNetwork(_ batch: EventBatch) -> Bool {
        let isEvent = RowTraitReader.isEvent(batch[.kind])
        guard isEvent.contains(true) else { return false }
        return zip(batch[.kind].indices, batch[.network].indices).contains { kind, network in
            kind != absentIndex && isEvent[Int(kind)] && network != absentIndex
        }
    }

    /// The rows of the next batch, whose visitors and networks get their numbers.
    mutating func take(_ batch: EventBatch) -> VisitorMajorRows {
        precondition(batch.epoch == epoch, "a tally counts one epoch")
        let rows = VisitorMajorRows(
            of: batch, firstVisitor: visitorCount,
            networkNumbers: networkNumbers.numbers(of: batch[.network].dictionary),
            ownNetworks: !eventsHaveNetworks)
        visitorCount += UInt32(batch[.visitor].dictionary.count)
        return rows
    }

    func space(of dimension: Dimension) -> LabelSpace {
        spaces[dimension.labelSpace] ?? LabelSpace(seed: seed)
    }

    /// The labels of a batch's rows in a dimension.
    mutating func labels(_ dimension: Dimension, _ labeller: RowLabeller) -> RowLabels {
        labeller.labels(dimension, in: &spaces[dimension.labelSpace, default: LabelSpace(seed: seed)])
    }
}
