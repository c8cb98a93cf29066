import Events
import Privacy

/// A request that was approved, with what its sealed document says.
struct RequestTask {
    let number: Int
    let kind: RequestKind
    /// Whose data it is about, and what is to be done beyond that.
    let letter: RequestLetter
    /// Whether it was proved that nobody else uses the subject's addresses.
    let isSoleUser: Bool
    /// Milliseconds since 1970.
    let opened: Int64

    var identifiers: [SubjectIdentifier] { letter.identifiers }
}
