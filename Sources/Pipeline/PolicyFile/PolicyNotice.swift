import Events
public import Privacy

/// The part of a privacy policy that tells people what is collected, why, what is stored of it and for how long.
public enum PolicyNotice {
    /// The notice in Markdown.
    public static func markdown(_ policy: Policy, _ language: NoticeLanguage) -> String {
        let words = language.words
        var text = "# \(words.title(policy.site))\n\n\(words.introduction)\n\n## \(words.fields)\n\n"
        text += "| \(words.column) | \(words.purpose) | \(words.stored) |\n|---|---|---|\n"
        for column in EventColumn.all where !EventColumn.essential.contains(column) {
            guard let field = policy.field(column) else { continue }
            text += "| \(words.name(of: column)) | \(field.purpose.name) | \(words.meaning(of: field.rule)) |\n"
        }
        text += "\n\(words.nothingElse)\n"
        if RetentionClass.dayLines.contains(where: { policy.options.retention[$0] != .none }) {
            let vault = policy.options.vault
            text += "\n\(vault.exact ? words.exact : words.redacted(vault.redact.map { "`\($0)`" }))\n"
        }
        text += "\n## \(words.purposes)\n\n"
        for (purpose, meaning) in policy.options.purposes.sorted(by: { $0.key.name < $1.key.name }) {
            text += "- **\(purpose.name)**: \(meaning)\n"
        }
        text += "\n## \(words.retention)\n\n| \(words.data) | \(words.term) |\n|---|---|\n"
        for kind in RetentionClass.allCases {
            let term = kind == .order ? words.ordered : words.term(policy.options.retention[kind])
            text += "| \(words.name(of: kind)) | \(term) |\n"
        }
        return text + "\n\(words.statistics(policy.threshold))\n"
    }
}
