import Testing

@Suite("What the README says")
struct ReadmeTests {
    let guide: Guide

    init() throws {
        guide = try Guide()
    }

    @Test("The README is read in one sitting: under 150 lines")
    func length() {
        #expect(guide.lines.count < 150)
    }

    @Test(
        "Both commands that are run for a change stand behind their markers",
        arguments: ["main job command", "test command"])
    func marker(_ name: String) throws {
        let command = try #require(guide.command(marked: name))
        #expect(!command.isEmpty)
    }

    @Test("Every call of the program names a command and options that exist")
    func calls() throws {
        let workspace = try Workspace()
        #expect(Set(guide.calls.compactMap(\.arguments.first)) == ["ingest", "aggregate", "report"])
        for call in guide.calls {
            let command = try #require(call.arguments.first)
            let help = try workspace.run([command, "--help"])
            #expect(help.code == 0, "\(call)")
            for option in call.options { #expect(help.output.contains(option), "\(call)") }
        }
    }

    @Test("What the README shows is what the sample gives, line by line")
    func shownOutput() throws {
        let expected = try (SampleOutputs.ingest() + SampleOutputs.report()).split(separator: "\n").map(String.init)
        let shown = SampleOutputs.withoutSizes(shownLines.joined(separator: "\n")).split(separator: "\n").map(
            String.init)
        #expect(shown.count > 10)
        for line in shown { #expect(expected.contains(line), "\(line)") }
    }

    /// What the console block shows, but for prompts, what is left out, and the CPU seconds of closing.
    private var shownLines: [String] {
        guide.lines.drop { $0 != "```console" }.dropFirst().prefix { $0 != "```" }
            .filter { !$0.isEmpty && $0 != "…" && !$0.hasPrefix("$ ") && !$0.hasPrefix("closed ") }
    }
}
