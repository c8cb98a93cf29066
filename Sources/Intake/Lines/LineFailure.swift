/// Where and why the reading of a line stopped.
struct LineFailure: Error, Equatable {
    let reason: RejectReason
    /// Index into the bytes that were being parsed.
    let position: Int

    @inline(__always)
    init(_ reason: RejectReason, at position: Int) {
        self.reason = reason
        self.position = position
    }
}
