/// What a request asks for.
public enum RequestKind: String, CaseIterable, Codable, Sendable {
    /// To be told what is stored about somebody.
    case disclose
    /// To have something put right.
    case correct
    /// No longer to be counted.
    case restrict
    /// To have taken out what can be taken out.
    case erase
    /// To hand over lines as an authority orders.
    case authority

    /// Whether it is of a person whom the data is about, and not of an authority.
    public var isOfPerson: Bool { self != .authority }
}
