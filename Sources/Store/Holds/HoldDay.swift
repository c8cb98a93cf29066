public import Events

/// What is on record of one day of a hold.
public struct HoldDay: Hashable, Sendable {
    public enum State: String, CaseIterable, Sendable {
        /// Its records have not been copied yet.
        case waiting
        /// Its records lie in a file of their own.
        case kept
        /// It had no records that match.
        case empty
        /// Its raw lines were due, or the hold was released, before its records were copied.
        case missed
        /// Its records and their keys are gone.
        case destroyed
    }

    public let held: HeldDay
    public let state: State
    /// How many records were copied.
    public let lines: Int
    /// When its destruction began, in milliseconds since 1970.
    public let marked: Int64?
    public let destroyed: Int64?
    /// What its certificate says that cannot be found out later.
    public let report: String?

    public var day: Day { held.day }
}
