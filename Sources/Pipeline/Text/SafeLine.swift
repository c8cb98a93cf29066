/// Lines of logs as people may read them on a terminal.
enum SafeLine {
    /// Without what could move a terminal's cursor, and without signs that change the direction of writing.
    static func text(_ line: String) -> String {
        String(
            String.UnicodeScalarView(
                line.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control where scalar != "\t", .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }
}
