public import Events

/// Why an identifier still stands in a sealed file, and until when.
public enum SealedLeakReason: Hashable, Sendable {
    /// The lines are kept as they came, to their last day; nil without end.
    case lines(until: Day?)
    /// So are they, but somebody objects whom they name, and nobody looks at them.
    case restricted(until: Day?)
    /// A hold keeps the lines.
    case held(RetentionClass, hold: Int, until: Day?)
    /// It is what a request, a correction or a hold says itself; nil as long as that is not ended.
    case document(until: Day?)
    /// The lines should have been taken out: somebody has had them erased, and no law keeps them.
    case overdue

    /// The word for it.
    public var name: String {
        switch self {
        case .lines: "lines"
        case .restricted: "restricted"
        case .held: "held"
        case .document: "document"
        case .overdue: "overdue"
        }
    }

    /// The last day on which it is there; nil if that is not known.
    public var until: Day? {
        switch self {
        case .lines(let until), .restricted(let until), .held(_, _, let until), .document(let until): until
        case .overdue: nil
        }
    }
}
