import Pipeline

extension RequestProof {
    /// With what `request verify --path` ends: 75 asks to try again, 1 for a person.
    var exitCode: Int32 {
        switch self {
        case .made, .proved: 0
        case .waiting, .seenByOthers, .partly: 75
        case .expired: 1
        }
    }
}
