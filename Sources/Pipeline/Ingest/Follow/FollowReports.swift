/// Tells troubles once, and again when they have changed or come back.
struct FollowReports {
    private let tell: @Sendable (String) -> Void
    private var fileTroubles: [String: String] = [:]
    private var nameTroubles: [String: String] = [:]
    /// Names under which a file has been found; it may go for a while without a word.
    private var seen: Set<String> = []

    init(_ tell: (@Sendable (String) -> Void)?) {
        self.tell = tell ?? { _ in }
    }

    /// Takes note of what a look at the names has brought.
    mutating func note(_ survey: FollowedNames.Survey) {
        seen.formUnion(survey.found.map(\.path))
        var troubles = survey.troubles
        for name in survey.missing where !seen.contains(name) {
            troubles[name] = "\(name) does not exist yet; it is read as soon as it does."
        }
        for (name, trouble) in troubles.sorted(by: { $0.key < $1.key }) where nameTroubles[name] != trouble {
            tell(trouble)
        }
        nameTroubles = troubles
    }

    /// Takes note of what is the matter with a file.
    mutating func note(_ trouble: String, of path: String) {
        guard fileTroubles.updateValue(trouble, forKey: path) != trouble else { return }
        tell(trouble)
    }

    /// Takes note that nothing is the matter with a file any more.
    mutating func clear(_ path: String) {
        fileTroubles[path] = nil
    }

    /// Tells what still is the matter again.
    mutating func forget() {
        fileTroubles = [:]
        nameTroubles = [:]
    }
}
