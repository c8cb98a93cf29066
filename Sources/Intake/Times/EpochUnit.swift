/// What a number of a time since 1970 counts.
public enum EpochUnit: Hashable, Sendable, CaseIterable {
    case seconds, milliseconds, microseconds, nanoseconds

    /// How many decimal places a number of this unit is behind one of seconds.
    var places: Int {
        switch self {
        case .seconds: 0
        case .milliseconds: 3
        case .microseconds: 6
        case .nanoseconds: 9
        }
    }
}
