public import Events
public import Privacy
public import Store

/// What one expiry did, or would do.
public struct ExpirySummary: Sendable {
    /// One certificate that was written.
    public struct Certified: Hashable, Sendable {
        public let kind: RetentionClass
        public let day: Day
        /// The number of the hold that it was kept by.
        public let hold: Int?
        public let method: Certificate.Method
        public let files: Int
        /// Lines or rows.
        public let lines: Int
        /// The name of the certificate's file.
        public let name: String

        init(_ certificate: Certificate, name: String) {
            kind = certificate.kind
            day = certificate.day
            hold = certificate.hold?.number
            method = certificate.method
            files = certificate.files.count
            lines = certificate.files.reduce(0) { $0 + $1.lines }
            self.name = name
        }
    }

    /// The day in the store's time zone.
    public let today: Day
    /// What the clock guard said: anything but `go` means that nothing was destroyed.
    public let decision: ClockGuard.Decision
    /// What was due when the run began, in the order in which it is done.
    public private(set) var due: [ExpiryStep] = []
    /// What should have been gone before today.
    public private(set) var late: [ExpiryItem] = []
    /// What goes next.
    public internal(set) var next: ExpiryItem?
    /// What was closed because its term was over.
    public internal(set) var closed: [AggregateSummary.Closed] = []
    public internal(set) var certificates: [Certified] = []
    /// Days whose events are by the hour now, with their rows.
    public internal(set) var coarsened: [(day: Day, rows: Int)] = []
    /// The months whose known input was forgotten.
    public internal(set) var identityMonths: [Month] = []
    /// Input files that still hold lines of days whose raw term is over.
    public internal(set) var inputsLeft: [(day: Day, paths: [String])] = []
    /// What a person should know besides.
    public internal(set) var remarks: [String] = []

    init(today: Day, decision: ClockGuard.Decision) {
        self.today = today
        self.decision = decision
    }

    mutating func take(_ plan: ExpiryPlan) {
        due = plan.steps
        late = plan.late
        next = plan.next
    }

    /// The days whose sealed lines were destroyed.
    public var destroyedDays: [Day] { certificates.filter { $0.kind == .raw }.map(\.day) }
}
