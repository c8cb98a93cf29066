import ArgumentParser
import Intake
import Pipeline

/// The value of `--format`.
enum FormatChoiceArgument {
    static let help = ArgumentHelp(
        "The format of the lines: a name, or the text of an nginx log_format or Apache LogFormat; auto finds it out. (default: as footfall.yaml says, else auto)",
        valueName: "format")

    static func format(_ text: String) throws -> FormatSetting {
        do throws(FormatTextError) {
            return try FormatSetting(text)
        } catch {
            throw ValidationError(error.description)
        }
    }
}
