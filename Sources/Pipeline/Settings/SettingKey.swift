/// A setting as it stands in a file: its name, what it is for, its default, and how it is read.
struct SettingKey<Target>: Sendable {
    let name: String
    /// A line or two for the person who looks at the file.
    let explanation: String
    /// The default as it would be written; empty for headings, and where the default lies elsewhere.
    let preset: String
    /// The settings below this one, if it is the heading of some.
    let members: [SettingKey<Target>]
    let read: @Sendable (SettingValue, inout Target) throws(SettingsMistake) -> Void

    init(
        _ name: String, preset: String = "", _ explanation: String = "",
        _ read: @escaping @Sendable (SettingValue, inout Target) throws(SettingsMistake) -> Void
    ) {
        self.name = name
        self.preset = preset
        self.explanation = explanation
        self.read = read
        members = []
    }

    /// A heading.
    init(_ name: String, _ explanation: String, members: [SettingKey<Target>]) {
        self.name = name
        self.explanation = explanation
        self.members = members
        preset = ""
        read = { value, target throws(SettingsMistake) in try value.fill(&target, members) }
    }
}
