/// What becomes of a sealed line when the events of its epoch are made anew.
enum LineFate {
    /// It is among the events, as it was.
    case kept
    /// It was among the events that the epoch had when it was gated, and is not any more.
    case takenOut
    /// It was left out when it came.
    case neverIn
}
