/// Where and why the reading of a line stopped.
struct LineFailure: Error, Equatable {
    let reason: RejectReason
    /// Index into the bytes that were being parsed.
    let position: Int
    /// Whether nothing is wrong with the line: it is a message of the server's and no record of a request or an event.
    let isMessage: Bool

    @inline(__always)
    init(_ reason: RejectReason, at position: Int) {
        self.reason = reason
        self.position = position
        isMessage = false
    }

    private init(messageAt position: Int) {
        reason = .unexpected
        self.position = position
        isMessage = true
    }

    /// The line is of the format and says nothing that is counted.
    static func message(at position: Int) -> LineFailure {
        LineFailure(messageAt: position)
    }
}
