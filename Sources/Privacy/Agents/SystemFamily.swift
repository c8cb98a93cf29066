/// An operating system's family, and the words of an agent that announce it.
struct SystemFamily: Sendable {
    /// What runs the system, as far as the system alone tells.
    enum Kind: Sendable {
        case desktop, linux, macOS, iOS, android, phone, tv, chromecast, wearable, windowsCE
    }

    /// The name that the uap-core definitions use, where they know the family.
    let name: String
    /// In lower case, separated by spaces; a plus joins two words that must follow each other.
    let words: String
    let kind: Kind

    init(_ name: String, _ words: String, _ kind: Kind = .desktop) {
        self.name = name
        self.words = words
        self.kind = kind
    }

    /// Whether agents that name the system come from a device in somebody's hand, and not from a server's program.
    var isHandset: Bool {
        switch kind {
        case .desktop, .linux, .macOS: false
        case .iOS, .android, .phone, .tv, .chromecast, .wearable, .windowsCE: true
        }
    }
}
