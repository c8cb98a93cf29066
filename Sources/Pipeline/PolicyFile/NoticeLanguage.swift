/// The languages that notices are written in.
public enum NoticeLanguage: String, CaseIterable, Sendable {
    case english = "en"
    case japanese = "ja"
    case korean = "ko"

    var words: NoticeWords {
        switch self {
        case .english: .english
        case .japanese: .japanese
        case .korean: .korean
        }
    }
}
