import Events

/// The words of answers to requests in one language.
struct RequestWords: Sendable {
    typealias Count = RequestOutcome.Count
    typealias Kept = RequestOutcome.Kept
    typealias Reason = RequestOutcome.Reason

    /// How much of what was asked for could be done.
    enum Extent {
        case whole, part, nothing
    }

    let title: @Sendable (_ site: String, _ number: Int) -> String
    /// What was asked for and done, by the days on which it was.
    let done: @Sendable (RequestKind, Extent, _ opened: String, _ ended: String) -> String
    let refused: @Sendable (RequestKind, _ opened: String, _ ended: String) -> String
    let grounds: [RequestGround: String]
    /// What holds from now on, or comes with the answer.
    let effects: [RequestKind: String]
    /// What comes with a disclosure of which a law keeps lines locked.
    let lockedDisclosure: String
    let found: String
    let counted: @Sendable (RequestKind, Count, _ count: Int) -> String
    let nothing: String
    let days: @Sendable (_ list: String) -> String
    let digest: @Sendable (String) -> String
    let stays: String
    let kept: [Kept: String]
    let reasons: [Reason: String]
    /// One kind of data that stays: its name, its days, why, and until when.
    let stay: @Sendable (_ kept: String, _ days: String?, _ reason: String, _ until: String?) -> String
    let faults: @Sendable (_ files: Int) -> String
    /// That request and answer are kept, and until when.
    let record: @Sendable (_ until: String?) -> String
    let complaint: String
    let authorityClosing: String
    let date: @Sendable (_ year: Int, _ month: Int, _ day: Int) -> String
    /// From one day to another.
    let range: @Sendable (String, String) -> String
    let separator: String

    func text(_ day: Day) -> String {
        let civil = day.civil
        return date(Int(civil.year), Int(civil.month), Int(civil.day))
    }
}
