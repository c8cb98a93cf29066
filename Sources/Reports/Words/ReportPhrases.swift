/// What a report says in sentences.
public struct ReportPhrases: Sendable {
    public let statistics: @Sendable (_ outputClass: String, _ asOf: String) -> String
    public let against: @Sendable (_ date: String) -> String
    public let perDay: @Sendable (_ column: String) -> String
    public let visitorsPerDay: @Sendable (_ number: String) -> String
    public let counted: @Sendable (_ number: String, _ column: String) -> String
    public let fewerThan: @Sendable (_ k: Int) -> String
    public let share: String
    public let change: String
    /// Of a row: too few people stand behind it, or another row could be told from it.
    public let notTold: String
    /// A table that was not released on all of the days.
    public let tableOfDays: @Sendable (_ told: Int, _ days: Int) -> String
    public let daysShown: String
    /// Of how many days a sum is, where not all of them tell it.
    public let ofDays: @Sendable (_ told: Int, _ days: Int) -> String
    public let keyFigures: String
    public let dayByDay: String
    public let thisWeek: @Sendable (_ shown: Int) -> String
    public let thePeriod: @Sendable (_ days: Int) -> String
    public let comparedWith: @Sendable (_ period: String, _ closed: Int) -> String
    public let lateLines: @Sendable (_ told: String) -> String
    public let lateLinesAdded: String
    public let sumsBelow: String
    public let partialRows: String
    /// Tables in which no row can be told singly.
    let untoldTables: @Sendable (_ names: String) -> String
    public let moreRows: @Sendable (_ number: String) -> String
    public let moreColumns: @Sendable (_ names: String) -> String
    public let moreDays: @Sendable (_ number: String) -> String
    public let heat: @Sendable (_ column: String, _ largest: String) -> String
    public let someHidden: String
    public let someHiddenOnSomeDays: String
    public let hiddenPercent: @Sendable (_ percent: Int, _ column: String) -> String
    /// What is odd: heading, and that nothing is.
    public let odd: String
    public let nothingOdd: @Sendable (_ days: Int) -> String
    public let tooFewWeeks: String
    public let above: @Sendable (OddPhrase) -> String
    public let below: @Sendable (OddPhrase) -> String
    public let unseen: @Sendable (OddPhrase) -> String
    public let silent: @Sendable (OddPhrase) -> String
    public let statusHits: @Sendable (_ status: String) -> String
    public let noLines: String
    /// Before anything can be shown.
    public let noDayClosed: String
    public let nothingShown: @Sendable (_ k: Int) -> String
    public let dayHidden: @Sendable (_ date: String, _ k: Int) -> String
    public let help: @Sendable (_ k: Int) -> [String]
    public let noTables: String
    public let nothingWaiting: String
    public let waiting: @Sendable (_ days: Int, _ rows: String) -> String
    public let waitingUntil: @Sendable (_ days: Int, _ rows: String, _ date: String, _ time: String) -> String
    /// The end of every report.
    public let period: String
    public let hidden: String
    public let hiddenMeaning: @Sendable (_ k: String) -> String
    public let outputClass: String
    public let classes: [OutputClass: String]
    public let policy: String
    public let definitions: String
    public let words: String
    public let timeZone: String
    /// How long the pauses within a visit are, one after the other where that was changed.
    let visitGaps: @Sendable (_ gaps: [(time: String, since: String?)]) -> String
    let seconds: @Sendable (Int) -> String
    let minutes: @Sendable (Int) -> String
    let hours: @Sendable (Int) -> String
    public let closedDays: @Sendable (_ count: Int) -> String
}

/// What an oddity is said with, all of it formatted.
public struct OddPhrase: Sendable {
    public let date: String
    public let figure: String
    public let value: String
    /// How far beyond, such as `35 %`.
    public let by: String
    /// The end of the range that is passed.
    public let bound: String
    /// How many days of the weekday were compared with, and which weekday it is.
    public let count: Int
    public let weekday: String
}
