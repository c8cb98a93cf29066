import Intake

/// The names under which files are looked for: paths, and globs.
struct FollowedNames {
    /// A regular file that was found.
    struct Found {
        let path: String
        let status: FileStatus
    }

    /// What a look has brought.
    struct Survey {
        /// In the order of the names, then of the paths.
        var found: [Found] = []
        /// Paths, given as they are, at which there is nothing.
        var missing: [String] = []
        /// For paths that cannot be followed, why.
        var troubles: [String: String] = [:]
    }

    let names: [String]

    func survey() -> Survey {
        var survey = Survey()
        for name in names {
            do throws(IntakeError) {
                // A file may have a name that could be a pattern.
                if let status = try FileStatus.of(path: name) {
                    add(name, status, isNamed: true, to: &survey)
                } else if Glob.isPattern(name) {
                    for path in Glob.paths(matching: name) {
                        if let status = try FileStatus.of(path: path) { add(path, status, isNamed: false, to: &survey) }
                    }
                } else {
                    survey.missing.append(name)
                }
            } catch {
                survey.troubles[name] = FollowedNames.advice(error)
            }
        }
        return survey
    }

    /// - Parameter isNamed: whether the path was given as it is; a glob may match folders and sockets.
    private func add(_ path: String, _ status: FileStatus, isNamed: Bool, to survey: inout Survey) {
        if status.isRegularFile {
            survey.found.append(Found(path: path, status: status))
        } else if isNamed {
            survey.troubles[path] =
                "\(path) is no regular file and cannot be followed. Name the files in a folder, for example with '\(path)/*.log';"
                + " read a pipe with `footfall ingest < \(path)`."
        }
    }

    /// What to tell of a file that cannot be read now.
    static func advice(_ error: IntakeError) -> String {
        "\(error). Check its permissions and its disk; it is tried again."
    }
}
