/// What is wrong in a file of settings, where, and what to write instead.
struct SettingsMistake: Error, Equatable {
    let line: Int
    let column: Int
    let message: String

    init(line: Int, column: Int, _ message: String) {
        self.line = line
        self.column = column
        self.message = message
    }

    init(at node: YAMLNode, _ message: String) {
        self.init(line: node.line, column: node.column, message)
    }

    /// The same for the person who runs the job.
    func error(in path: String) -> JobError {
        JobError(.configuration, "\(SettingsPlace(path: path, line: line, column: column)): \(message)")
    }
}
