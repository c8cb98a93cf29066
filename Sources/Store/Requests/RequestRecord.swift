public import Events

/// A request as the catalog knows it: words of closed sets, dates, and who took which step.
public struct RequestRecord: Hashable, Sendable {
    /// One step, as it was taken.
    public struct Step: Hashable, Sendable {
        /// `verified`, `approved`, `refused`, `begun`, `done` or `lifted`.
        public let word: String
        /// The means of a verification or the ground of a refusal.
        public let detail: String?
        /// Name and fingerprint; nil where no officer took it.
        public let officer: String?
        /// Milliseconds since 1970.
        public let time: Int64
    }

    public let number: Int
    public let kind: RequestKind
    public let isRepresented: Bool
    public let hasAddressesAlone: Bool
    /// The code of the language in which it is answered.
    public let language: String
    /// Milliseconds since 1970.
    public let opened: Int64
    /// The day on which it has to be answered at the latest.
    public let due: Day
    public internal(set) var steps: [Step] = []
    public internal(set) var state = RequestState.opened
    public internal(set) var isSoleUser = false
    /// Whether what it has restricted is restricted no more.
    public internal(set) var isLifted = false

    /// A request that has just come in.
    public init(
        number: Int, kind: RequestKind, isRepresented: Bool, hasAddressesAlone: Bool, language: String, opened: Int64,
        due: Day
    ) {
        self.number = number
        self.kind = kind
        self.isRepresented = isRepresented
        self.hasAddressesAlone = hasAddressesAlone
        self.language = language
        self.opened = opened
        self.due = due
    }

    /// When it was answered, in milliseconds since 1970; nil if it has not been.
    public var ended: Int64? { end?.time }

    /// When what it has restricted was let go again, in milliseconds since 1970; nil if it was not.
    public var lifted: Int64? { steps.last { $0.word == "lifted" }?.time }

    /// Why it was refused.
    public var ground: RequestGround? { end?.detail.flatMap(RequestGround.init(rawValue:)) }

    private var end: Step? { steps.last { $0.word == "done" || $0.word == "refused" } }

    /// By what it was verified, in the order of the steps.
    public var means: [RequestMeans] {
        steps.filter { $0.word == "verified" }.compactMap { $0.detail.flatMap(RequestMeans.init(rawValue:)) }
    }
}
