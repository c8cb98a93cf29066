/// An officer who has proposed or approved a hold.
public struct HoldApproval: Hashable, Sendable {
    public let officer: String
    /// Of the officer's public half.
    public let fingerprint: String
    /// Milliseconds since 1970.
    public let time: Int64

    public init(officer: String, fingerprint: String, time: Int64) {
        self.officer = officer
        self.fingerprint = fingerprint
        self.time = time
    }
}
