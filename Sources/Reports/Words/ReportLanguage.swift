/// The languages that reports are written in.
public enum ReportLanguage: String, CaseIterable, Sendable {
    case english = "en"
    case japanese = "ja"
    case korean = "ko"

    public var words: ReportWords {
        switch self {
        case .english: .english
        case .japanese: .japanese
        case .korean: .korean
        }
    }
}
