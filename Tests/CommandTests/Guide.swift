import Foundation

/// The README as a reader pastes from it.
struct Guide {
    /// A line of a code block that calls the program.
    struct Call: CustomStringConvertible {
        /// What stands behind the program's name, up to a pipe or the end of the command.
        let arguments: [String]

        var description: String { (["footfall"] + arguments).joined(separator: " ") }
        var options: [String] { arguments.filter { $0.hasPrefix("--") } }
    }

    /// The folder of the package.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    let lines: [String]

    init() throws {
        lines = try String(contentsOfFile: Guide.root + "/README.md", encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The code block behind a marker comment; nil if there is none.
    func command(marked name: String) -> String? {
        guard let mark = lines.firstIndex(of: "<!-- \(name) -->"), mark + 1 < lines.count, lines[mark + 1] == "```sh"
        else { return nil }
        return lines[(mark + 2)...].prefix { $0 != "```" }.joined(separator: "\n")
    }

    /// The calls of the program in all code blocks.
    var calls: [Call] {
        var isCode = false
        return lines.compactMap { line in
            if line.hasPrefix("```") { isCode.toggle() }
            return isCode ? Guide.call(in: line) : nil
        }
    }

    /// A call begins a line, behind a prompt or not.
    private static func call(in line: String) -> Call? {
        let words = line.split(separator: " ").map { $0.trimmingCharacters(in: ["(", ")"]) }
        guard let name = words.first == "$" ? words.dropFirst().first : words.first, name == "footfall",
            let place = words.firstIndex(of: name)
        else { return nil }
        return Call(arguments: Array(words[(place + 1)...].prefix { !["|", ">", "&&", "#"].contains($0) }))
    }
}
