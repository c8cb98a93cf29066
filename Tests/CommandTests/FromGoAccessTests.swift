import Foundation
import Testing

@Suite("What people look for who come from GoAccess")
struct FromGoAccessTests {
    /// The commands of the table, without the program's name.
    private static func commands() throws -> [[String]] {
        let page = try String(
            contentsOfFile: Guide.root + "/Sources/Pipeline/Footfall.docc/FromGoAccess.md", encoding: .utf8)
        return page.matches(of: #/\| `footfall (report[^`]*)` \|/#).map { match in
            match.output.1.split(separator: " ").map(String.init)
        }
    }

    @Test("Every command of the table is done and gives something")
    func commands() throws {
        let commands = try FromGoAccessTests.commands()
        #expect(commands.count >= 10)
        let space = try Workspace()
        _ = try space.run(["ingest", "\(Guide.root)/samples/access.log"], now: SampleOutputs.now)
        _ = try space.run(["aggregate"], now: SampleOutputs.now)
        for command in commands {
            var arguments = command
            var written: String?
            if let place = command.firstIndex(of: "-o").map({ $0 + 1 }) {
                arguments[place] = space.path(command[place])
                written = arguments[place] + (arguments[place].hasSuffix("/") ? "about.csv" : "")
            }
            let run = try space.run(arguments, now: SampleOutputs.now)
            #expect(run.code == 0, "\(command): \(run.errors)")
            let text = try written.map { try String(contentsOfFile: $0, encoding: .utf8) } ?? run.output
            #expect(text.count > 100, "\(command)")
        }
    }
}
