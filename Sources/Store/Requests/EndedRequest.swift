public import Events

/// A request that has ended: its documents and what is on record of it go with the term of requests.
public struct EndedRequest: Hashable, Sendable {
    public let number: Int
    /// The day on which it ended, from which on the term counts.
    public let day: Day

    public init(number: Int, day: Day) {
        self.number = number
        self.day = day
    }

    /// What it is sealed to.
    public var pair: PairName { .request(number) }
}

extension EndedRequest: Comparable {
    public static func < (left: EndedRequest, right: EndedRequest) -> Bool {
        (left.day, left.number) < (right.day, right.number)
    }
}

extension EndedRequest: CustomStringConvertible {
    /// A name for it, as it stands within a sentence.
    public var description: String { "what is sealed of request \(number)" }
}
