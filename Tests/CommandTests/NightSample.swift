import Foundation

/// A file of `samples/night`, without its comments.
struct NightSample {
    static let services = ["footfall-ingest.service", "footfall-pipe.service", "footfall-aggregate.service"]

    let lines: [String]

    init(_ name: String) throws {
        lines = try String(contentsOfFile: "\(Guide.root)/samples/night/\(name)", encoding: .utf8)
            .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.hasPrefix("#") }
    }

    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Guide.root + "/samples/night").sorted()
    }

    /// The calls of the program, with what a pipe, a shell or a quote ends left out.
    var calls: [Guide.Call] {
        lines.flatMap { line in
            line.matches(of: #/(?:^|[\/( ])footfall ([a-z]+(?: [^\s|&)"]+)*)/#).map {
                Guide.Call(arguments: $0.1.split(separator: " ").map(String.init))
            }
        }
    }

    /// The words of a directive, from all lines that set it as `name=words` or `name words`.
    func values(_ name: String) -> [String] {
        lines.filter { $0 == name || $0.hasPrefix(name + "=") || $0.hasPrefix(name + " ") }
            .flatMap { $0.dropFirst(name.count + 1).split(separator: " ").map(String.init) }
    }

    /// What stands behind a prefix, up to the end of the word or a quote.
    func words(behind prefix: String) -> Set<String> {
        Set(
            lines.flatMap { $0.components(separatedBy: prefix).dropFirst() }
                .map { String($0.prefix { !"\", ;".contains($0) }) })
    }
}
