/// A browser's or application's family, and the words of an agent that announce it.
struct BrowserFamily: Sendable {
    /// Where the major version stands.
    enum Version: Sendable {
        /// Right behind the word, if at all.
        case behind
        /// Behind the word and a slash; without it the word means something else (`moto edge 50`, `Line/5.4`).
        case required
        /// The first number behind the word: `Pinterest for Android/1.1`, `Obigo/Q05A`.
        case distant
        /// The fourth part of the list behind the word: `NAVER(inapp; search; 2000; 12.9.4; 15PRO)`.
        case fourthPart
        /// Nowhere: a number behind the word is something else.
        case none
    }

    /// Families whose name or version depends on more than their word.
    enum Kind: Sendable {
        case plain, chrome, safari, firefox, edge, internetExplorer, outlook, opera, blackBerry, facebook, duckDuckGo
        case playStation3
    }

    /// The name that the uap-core definitions use, where they know the family.
    let name: String
    /// In lower case, separated by spaces; a plus joins two words that must follow each other.
    let words: String
    let version: Version
    let kind: Kind

    init(_ name: String, _ words: String, _ version: Version = .behind, _ kind: Kind = .plain) {
        self.name = name
        self.words = words
        self.version = version
        self.kind = kind
    }
}
