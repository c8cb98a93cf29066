import ArgumentParser
import Intake

/// The value of `--format`.
enum FormatChoiceArgument {
    static let help = ArgumentHelp(
        "The format of the lines: a name, or the text of an nginx log_format or Apache LogFormat; `auto` finds it out.",
        valueName: "format")

    /// - Returns: nil for `auto`.
    static func format(_ text: String) throws -> LogFormat? {
        if text == "auto" { return nil }
        do throws(FormatTextError) {
            return try FormatText.format(text)
        } catch {
            throw ValidationError(error.description)
        }
    }
}
