/// How far a request has come.
public enum RequestState: String, CaseIterable, Sendable {
    /// It is on record; nobody has verified who sent it.
    case opened
    /// It is known that it may be answered.
    case verified
    /// As many officers as the policy asks for have approved it.
    case approved
    /// It is being done: a crash came in between, or a day is still open.
    case doing
    /// What could be done is.
    case done
    case refused

    /// Whether nothing comes after it.
    public var isEnd: Bool { self == .done || self == .refused }
}
