/// What is kept for a term of its own.
public enum RetentionClass: String, CaseIterable, Sendable {
    /// The lines as they came, sealed.
    case raw
    /// Lines that were rejected, sealed.
    case rejects
    /// Records of misuse, held by an officer's order.
    case misuse
    /// Records of illegal transactions, held by an officer's order.
    case illegal
    /// Records that an order holds to a day of its own.
    case order
    /// Events by the second.
    case events
    /// Events by the hour, without devices and networks.
    case coarse
    /// What was asked for by the people whom the data is about, and by authorities.
    case requests
    /// What is to be put right of the data about somebody, until it has been.
    case corrections
    /// The audit log.
    case audit
    /// Proofs of destruction.
    case certificates
    /// Released statistics.
    case statistics
}

extension RetentionClass {
    /// Those whose term a policy sets: all but ``order``, for each order names the last day itself.
    public static let settable = allCases.filter { $0 != .order }

    /// Those whose files hold lines of a day, are sealed to the pair of that day, and go with it.
    public static let dayLines: [RetentionClass] = [.raw, .rejects]

    /// Those of which files are sealed.
    public static let sealed: [RetentionClass] = dayLines + [.misuse, .illegal, .order, .requests, .corrections]

    /// Whether it is among ``dayLines``.
    public var isDayLines: Bool { self == .raw || self == .rejects }
}
