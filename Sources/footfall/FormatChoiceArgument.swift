import ArgumentParser
import Intake

/// The value of `--format`.
enum FormatChoiceArgument {
    /// - Returns: nil for `auto`.
    static func format(_ name: String) throws -> LogFormat? {
        if name == "auto" { return nil }
        if let format = FormatRegistry.format(named: name) { return format }
        let names = FormatRegistry.formats.map(\.name).joined(separator: ", ")
        throw ValidationError("There is no format of that name. The formats are: auto, \(names).")
    }
}
