/// The file of settings that a new store gets: every setting explained, with its default, commented out.
///
/// A setting takes effect when the `#` before its name is taken away. Explanations have a space behind their `#`.
enum SettingsTemplate {
    static let text: String = {
        let head = """
            # How Footfall works on this store. What may be collected, and what is stored of it, is not decided here.
            # Every setting stands here with its default; take the # before its name away to change it.
            """
        return head + "\n" + lines(Settings.keys, indentation: "").joined(separator: "\n") + "\n"
    }()

    private static func lines<Target>(_ keys: [SettingKey<Target>], indentation: String) -> [String] {
        keys.flatMap { key in
            let explanation = key.explanation.split(separator: "\n").map { "\(indentation)# \($0)" }
            let setting =
                key.members.isEmpty
                ? ["\(indentation)#\(key.name): \(key.preset)"]
                : ["\(indentation)\(key.name):"] + lines(key.members, indentation: indentation + "  ")
            return (indentation.isEmpty ? [""] : []) + explanation + setting
        }
    }
}
