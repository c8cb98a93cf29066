public import Events

/// What a store holds that will be destroyed one day.
public struct ExpiryInventory: Sendable {
    /// Epochs whose key is there: open ones, and such as are closing.
    public var openEpochs: Set<Epoch> = []
    /// Days with sealed lines, or with a pair of keys that nothing is sealed to.
    public var rawDays: Set<Day> = []
    /// Days with sealed rejects.
    ///
    /// They are sealed to the same pair as the lines of that day.
    public var rejectsDays: Set<Day> = []
    /// Days whose destruction has begun and not ended.
    public var markedDays: Set<Day> = []
    /// What holds keep: records of a day each, and the filters of holds that have ended.
    public var heldDays: Set<HeldDay> = []
    /// Those of them whose destruction has begun and not ended.
    public var markedHeldDays: Set<HeldDay> = []
    /// Requests that have ended.
    public var endedRequests: Set<EndedRequest> = []
    /// Those of them whose destruction has begun and not ended.
    public var markedRequests: Set<EndedRequest> = []
    /// Closed epochs with events by the second.
    public var fineEpochs: Set<Epoch> = []
    /// Closed epochs with events by the hour.
    public var coarseEpochs: Set<Epoch> = []
    /// The months that an identity key is there for, each by its last day.
    public var identityMonths: Set<Day> = []
    /// The day of the oldest record of the audit log.
    public var oldestAuditDay: Day?

    public init() {}
}
