import ArgumentParser
import Pipeline

/// Which lines a command is about: on the command line only if that names nobody.
struct FilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Which lines, such as 'status>=500 path~/login'.", valueName: "terms"))
    var filter: String?
    @Option(help: ArgumentHelp("A file with the filter; - is the standard input.", valueName: "file"))
    var filterFile: String?

    /// Whether the standard input gives the filter.
    var readsInput: Bool { filterFile == "-" }

    func validate() throws {
        guard filter == nil || filterFile == nil else {
            throw ValidationError("Give the filter either with --filter or with --filter-file.")
        }
    }

    /// - Returns: nil if there is none.
    func lineFilter() throws -> LineFilter? {
        if let filterFile { return try JobError.translating { try LineFilter(reading: filterFile) } }
        guard let filter else { return nil }
        let parsed = try LineFilter(filter)
        guard !parsed.isIdentifying else {
            throw ValidationError(
                "A filter that names a client, user, cookie or device can be seen by others as an argument. Write it to a file,"
                    + " or give it to --filter-file - on the standard input.")
        }
        return parsed
    }
}
