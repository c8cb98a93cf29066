import Events
import Pipeline
import Privacy

/// What the commands of `officer` print, and what `init` and `ingest` say of the first pair.
enum OfficerText {
    /// Asks for the first private half to be carried away.
    static func waiting(_ path: String) -> String {
        "The officer's private half waits in \(path): carry it away, then show it to `footfall officer taken --officer-key FILE`, which removes it."
    }

    static func text(_ outcome: OfficerCreation.Outcome) -> String {
        let officer = outcome.officer
        let added =
            outcome.addedPath.map { "added \($0): what is sealed from now on can be opened by \(officer.name) too" }
            ?? "Next, if the officer is to open what is sealed here: put the public half into the key directory as officers/\(officer.name).pub, mode 600;"
            + " or hand \(outcome.publicPath) to whoever is to send you sealed data."
        return """
            made \(outcome.privatePath): the private half; keep it, and a second copy, where only \(officer.name) can read it
            made \(outcome.publicPath): the public half, fingerprint \(officer.publicHalf.fingerprint)
            \(added)

            """
    }

    static func json(_ outcome: OfficerCreation.Outcome) -> String {
        JSONText.object(
            members(of: outcome.officer) + [
                ("private", JSONText.quoted(outcome.privatePath)), ("public", JSONText.quoted(outcome.publicPath)),
                ("added", outcome.addedPath.map(JSONText.quoted) ?? "null"),
            ]) + "\n"
    }

    static func text(tested officer: Officer) -> String {
        "This is the key of \(officer.name), fingerprint \(officer.publicHalf.fingerprint).\n"
    }

    static func text(taken officer: Officer, path: String) -> String {
        """
        This is the key of \(officer.name), fingerprint \(officer.publicHalf.fingerprint).
        removed \(path)

        """
    }

    static func json(_ officer: Officer) -> String { JSONText.object(members(of: officer)) + "\n" }

    static func text(_ list: Officers.List) -> String {
        guard !list.officers.isEmpty else {
            return "No officer in \(list.folder). `footfall officer new NAME --add` makes one.\n"
        }
        let width = list.officers.map(\.name.count).max() ?? 0
        var lines = list.officers.map { officer in
            let padding = String(repeating: " ", count: width - officer.name.count)
            return "\(officer.name)\(padding)  \(officer.publicHalf.fingerprint)  since \(officer.made)"
                + (isWaiting(officer, list) ? "  private half not carried away yet" : "")
        }
        if let waiting = list.waiting { lines.append(OfficerText.waiting(waiting.path)) }
        if list.officers.count == 1 {
            lines.append(
                "There is one officer only: if that key is lost, nobody can open what is sealed. `footfall officer new NAME --add` makes a second."
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    static func json(_ list: Officers.List) -> String {
        JSONText.object([
            (
                "officers",
                JSONText.array(
                    list.officers.map {
                        JSONText.object(members(of: $0) + [("carried_away", String(!isWaiting($0, list)))])
                    })
            ),
            ("waiting", list.waiting.map { JSONText.quoted($0.path) } ?? "null"),
            ("needs_second", String(list.officers.count < 2)),
        ]) + "\n"
    }

    private static func isWaiting(_ officer: Officer, _ list: Officers.List) -> Bool {
        list.waiting?.publicHalf == officer.publicHalf
    }

    private static func members(of officer: Officer) -> [(String, String)] {
        [
            ("name", JSONText.quoted(officer.name)), ("fingerprint", JSONText.quoted(officer.publicHalf.fingerprint)),
            ("since", JSONText.quoted(officer.made.description)),
        ]
    }
}
