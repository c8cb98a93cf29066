public import Intake

/// Which format lines have, as it is written in `footfall.yaml` and after `--format`.
public struct FormatSetting: Equatable, Sendable {
    /// As it is written.
    public let name: String
    /// Nil if it is to be found out.
    public let format: LogFormat?

    /// The format is found out for each input.
    public static let automatic = FormatSetting(name: "auto", format: nil)

    private init(name: String, format: LogFormat?) {
        self.name = name
        self.format = format
    }

    /// Reads `auto`, or whatever ``FormatText`` reads.
    public init(_ text: String) throws(FormatTextError) {
        if text == FormatSetting.automatic.name {
            self = .automatic
        } else {
            self.init(name: text, format: try FormatText.format(text, besides: [FormatSetting.automatic.name]))
        }
    }

    public static func == (left: FormatSetting, right: FormatSetting) -> Bool { left.name == right.name }
}
