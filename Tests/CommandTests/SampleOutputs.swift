import Foundation

/// What `samples/expected` says that the program prints.
enum SampleOutputs {
    /// The time at which the expected outputs were made.
    static let now = "2026-03-05T09:00:00+09:00"

    static func ingest() throws -> String { withoutSizes(try text("ingest.txt")) }

    static func report() throws -> String { try text("report.txt") }

    /// Sizes of files differ by some bytes, because rows of one second are shuffled.
    static func withoutSizes(_ text: String) -> String {
        text.replacing(#/, [0-9.]+ [A-Za-z]+ for /#, with: ", … for ")
            .replacing(#/raw lines, [0-9.]+ [A-Za-z]+/#, with: "raw lines, …")
    }

    private static func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(Guide.root)/samples/expected/\(name)", encoding: .utf8)
    }
}
