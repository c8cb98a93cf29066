public import Events

/// How far a request has come: a pure function of what it is and of its steps.
public struct RequestProgress: Hashable, Sendable {
    public let number: Int
    /// Whether somebody acts for the person.
    public let isRepresented: Bool
    /// Whether the subject is known by addresses alone.
    public let hasAddressesAlone: Bool
    public private(set) var state = RequestState.opened
    /// Whether it is proved that nobody else uses the subject's addresses.
    public private(set) var isSoleUser = false
    /// Whether what it has restricted is restricted no more.
    public private(set) var isLifted = false
    private var isPersonVerified = false
    private var isRepresentativeVerified = false
    private var approvers: Set<String> = []

    public init(number: Int, isRepresented: Bool, hasAddressesAlone: Bool) {
        self.number = number
        self.isRepresented = isRepresented
        self.hasAddressesAlone = hasAddressesAlone
    }

    /// Takes a step, or refuses it and changes nothing.
    ///
    /// - Parameter officer: name and fingerprint of who takes it; nil where no officer does.
    public mutating func take(_ step: RequestStep, by officer: String?) throws(RequestStepError) {
        switch step {
        case .verify(let means, let provesAddress):
            try expect(state == .opened)
            try verify(means, provesAddress: provesAddress)
        case .approve(let needed):
            try expect(state == .verified)
            guard approvers.insert(officer ?? "").inserted else { throw .approvedBefore(number: number) }
            if approvers.count >= needed { state = .approved }
        case .refuse:
            try expect([.opened, .verified, .approved].contains(state))
            state = .refused
        case .begin:
            try expect(state == .approved || state == .doing)
            state = .doing
        case .finish:
            try expect(state == .approved || state == .doing)
            state = .done
        case .lift:
            try expect(state == .done && !isLifted)
            isLifted = true
        }
    }

    private mutating func verify(_ means: RequestMeans, provesAddress: Bool) throws(RequestStepError) {
        guard means != .representativeDocument || isRepresented else { throw .notRepresented(number: number) }
        guard !hasAddressesAlone || isSoleUser || provesAddress else { throw .addressesAlone(number: number) }
        if provesAddress { isSoleUser = true }
        if means == .representativeDocument { isRepresentativeVerified = true } else { isPersonVerified = true }
        if isPersonVerified, isRepresentativeVerified || !isRepresented { state = .verified }
    }

    private func expect(_ isRight: Bool) throws(RequestStepError) {
        guard isRight else { throw .wrongState(number: number, state) }
    }
}
