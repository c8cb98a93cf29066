public import Events

/// Why a step is not taken.
public enum RequestStepError: Error, Hashable, Sendable {
    /// The step does not fit how far the request has come.
    case wrongState(number: Int, RequestState)
    /// The subject is known by addresses alone, which others may use as well.
    case addressesAlone(number: Int)
    /// The means say that somebody may act for another, and nobody does.
    case notRepresented(number: Int)
    /// This officer has approved it already.
    case approvedBefore(number: Int)
    /// No request of this number is on record.
    case unknown(number: Int)
}

extension RequestStepError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .wrongState(let number, let state):
            "Request \(number) is \(state.words). \(RequestStepError.advice(number, state))"
        case .addressesAlone(let number):
            "Request \(number) names addresses alone, which others may use as well. Verify it with --sole-user if it is proved that"
                + " nobody else does, or refuse it on the ground address-shared."
        case .notRepresented(let number):
            "Nobody acts for the person of request \(number). Use other means than representative-document."
        case .approvedBefore(let number):
            "This officer has approved request \(number) already. Another one has to approve it as well."
        case .unknown(let number): "There is no request \(number). `footfall request list` shows those there are."
        }
    }

    private static func advice(_ number: Int, _ state: RequestState) -> String {
        switch state {
        case .opened: "Verify it first: `footfall request verify \(number)`."
        case .verified: "The next step is `footfall request approve \(number)`."
        case .approved: "The next step is `footfall request do \(number)`."
        case .doing: "Go on with `footfall request do \(number)`."
        case .done, .refused: "It has ended; `footfall request receipt \(number)` prints the answer."
        }
    }
}

extension RequestState {
    /// As it stands in a sentence.
    fileprivate var words: String {
        switch self {
        case .opened: "opened and not verified"
        case .verified: "verified and not approved"
        case .approved: "approved and not begun"
        case .doing: "being done"
        case .done: "done"
        case .refused: "refused"
        }
    }
}
