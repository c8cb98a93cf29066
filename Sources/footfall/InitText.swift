import Pipeline

/// What `init` prints.
enum InitText {
    static func text(_ outcome: StoreSetup.Outcome) -> String {
        """
        \(outcome.madeStore ? "made" : "was there:") the store \(outcome.storePath)
        \(outcome.madeKeys ? "made" : "was there:") the key directory \(outcome.keysPath); put it on another disk
        made \(outcome.settingsPath): how it works; every setting with its default, commented out
        made \(outcome.policyPath): what may be stored, why and for how long; read it, and name your site in it

        """
            + "note: site is not set in the policy: notices and answers to people say \"default\" instead of a name\n"
            + (outcome.officerKeyPath.map { OfficerText.waiting($0) + "\n" } ?? "")
            + "Next: footfall policy check, then footfall ingest with a log.\n"
    }

    static func json(_ outcome: StoreSetup.Outcome) -> String {
        func part(_ path: String, made: Bool) -> String {
            JSONText.object([("path", JSONText.quoted(path)), ("made", String(made))])
        }
        return JSONText.object([
            ("store", part(outcome.storePath, made: outcome.madeStore)),
            ("keys", part(outcome.keysPath, made: outcome.madeKeys)),
            ("settings", part(outcome.settingsPath, made: true)),
            ("policy", part(outcome.policyPath, made: true)),
            ("officer_key", outcome.officerKeyPath.map { part($0, made: true) } ?? "null"),
        ]) + "\n"
    }
}
