/// A place in a file that people write.
struct SettingsPlace: Equatable, Sendable {
    let path: String
    /// Lines and columns count from 1.
    let line: Int
    let column: Int
}

extension SettingsPlace: CustomStringConvertible {
    var description: String { "\(path):\(line):\(column)" }
}
