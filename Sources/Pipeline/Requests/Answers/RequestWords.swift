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

    /// How much of what was found is shown, and why nothing of it is.
    enum Showing: Hashable {
        case all, part
        case nothing(isLocked: Bool, isOthers: Bool)
    }

    let title: @Sendable (_ site: String, _ number: Int) -> String
    /// What was asked for and done, by the days on which it was.
    let done: @Sendable (RequestKind, Extent, _ opened: String, _ ended: String) -> String
    /// What was asked for and held until it was lifted.
    let lifted: @Sendable (_ opened: String, _ ended: String, _ lifted: String) -> String
    let refused: @Sendable (RequestKind, _ opened: String, _ ended: String) -> String
    let grounds: [RequestGround: String]
    /// What holds from now on, or comes with the answer.
    let effects: [RequestKind: String]
    /// To which addresses applies what is said of identifiers from now on.
    let addressesOnly: String
    /// What was looked for, and what was not.
    let searched: String
    /// What comes with a disclosure.
    let disclosed: @Sendable (Showing) -> String
    let found: String
    let counted: @Sendable (RequestKind, Count, _ count: Int) -> String
    let nothing: String
    let days: @Sendable (_ list: String) -> String
    let digest: @Sendable (String) -> String
    let stays: String
    let kept: [Kept: String]
    let reasons: [Reason: String]
    /// Those reasons in other words that speak to the person, whom an authority is not.
    let authorityReasons: [Reason: String]
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
