/// What a row is, as one bit each: the scopes that it belongs to, and what it contributes.
struct RowTraits: OptionSet {
    let rawValue: UInt16

    /// A request by a person.
    static let request = RowTraits(rawValue: 1 << 0)
    /// An event of an app or device that a person uses.
    static let event = RowTraits(rawValue: 1 << 1)
    static let robot = RowTraits(rawValue: 1 << 2)
    static let monitor = RowTraits(rawValue: 1 << 3)
    static let view = RowTraits(rawValue: 1 << 4)
    static let firstView = RowTraits(rawValue: 1 << 5)
    static let lastView = RowTraits(rawValue: 1 << 6)
    /// A page view that another one follows in its visit.
    static let step = RowTraits(rawValue: 1 << 7)
    /// The only page view of its visit.
    static let bounce = RowTraits(rawValue: 1 << 8)
    static let timed = RowTraits(rawValue: 1 << 9)
    static let file = RowTraits(rawValue: 1 << 10)
    static let otherSuccess = RowTraits(rawValue: 1 << 11)
    static let missing = RowTraits(rawValue: 1 << 12)
}

extension Scope {
    /// A row belongs to the scope if it is any of these.
    var traits: RowTraits {
        switch self {
        case .requests: .request
        case .events: .event
        case .records: [.request, .event]
        case .views: .view
        case .visits, .visitors: .firstView
        case .steps: .step
        case .timed: .timed
        case .files: .file
        case .missing: .missing
        case .robots: .robot
        case .monitors: .monitor
        }
    }
}
