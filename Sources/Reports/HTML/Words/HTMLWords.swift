/// The words that only a page needs: for finding one's way, for drawings, and for what its script adds.
struct HTMLWords: Sendable {
    let title: String
    let skip: String
    let contents: String
    let overview: String
    /// What the changes of the newest day are seen against.
    let newestAgainst: @Sendable (_ newest: String, _ older: String) -> String
    /// What the changes of the period are seen against.
    let periodAgainst: @Sendable (_ older: String) -> String

    let daysTitle: @Sendable (_ first: String, _ second: String) -> String
    let daysDescription: @Sendable (_ period: String) -> String
    let hoursTitle: @Sendable (_ measure: String) -> String
    let hoursDescription: String
    let weekTitle: @Sendable (_ measure: String) -> String
    let weekDescription: String
    let less: String
    let more: String
    /// The heading of the table behind a drawing.
    let figures: String

    let day: String
    let search: String
    let sort: String
    /// How many rows a search left; `#` stands for the number.
    let found: String
    let showAll: @Sendable (_ rows: String) -> String
    let showFirst: @Sendable (_ rows: String) -> String
    let about: String
    let provenance: String
}

extension ReportLanguage {
    var htmlWords: HTMLWords {
        switch self {
        case .english: .english
        case .japanese: .japanese
        case .korean: .korean
        }
    }
}
