import ArgumentParser
import Pipeline
import Privacy

extension RequestCommand {
    struct Unpack: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open a package that an authority was handed.",
            discussion: """
                Needs no store, and the key of whom the package is for. Writes the lines as they came to the standard output, or to a new file. \
                With --manifest it tells instead what the package says of itself. Exit code 65 if the package is not whole; what is \
                whole is given.

                  footfall request unpack request-7.package --officer-key police.key -o lines.log
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var key: OfficerKeyOption
        @Argument(help: "The package.")
        var file: String
        @Option(
            name: [.customShort("o"), .long],
            help: ArgumentHelp("A new file for the lines.", valueName: "file"))
        var output: String?
        @Flag(help: "Tell what the package says of itself.")
        var manifest = false

        func run() throws {
            let outcome = try JobError.translating {
                guard !manifest else { return try PackageOpening.run(file, showing: key.file) { _ in } }
                guard let output else {
                    return try PackageOpening.run(file, showing: key.file) { _ = try Process.write($0) }
                }
                return try PackageOpening.run(file, showing: key.file, writingTo: output)
            }
            if manifest, let told = outcome.manifest { _ = try Process.write(told.text) }
            for fault in outcome.faults { Process.complain("footfall: \(file): \(fault)") }
            guard outcome.isWhole else {
                throw JobError(
                    .data,
                    "The package is not whole: what it says of itself is not what is in it. Ask for it once more.")
            }
        }
    }
}
