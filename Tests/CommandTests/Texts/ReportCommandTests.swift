import Foundation
import Testing

@Suite("What report is asked for")
struct ReportCommandTests {
    let space: Workspace

    init() throws {
        space = try Workspace()
        _ = try space.run(["ingest", "\(Guide.root)/samples/access.log"], now: SampleOutputs.now)
        _ = try space.run(["aggregate"], now: SampleOutputs.now)
    }

    private func report(_ arguments: String...) throws -> Run {
        try space.run(["report"] + arguments, now: SampleOutputs.now)
    }

    @Test(
        "What makes no sense is refused with the way out (64)",
        arguments: [
            (["--table", "page"], "Did you mean pages?"), (["--table", "papyrus"], "There are: totals, hours,"),
            (["--group", "client"], "Did you mean clients?"), (["--lang", "de"], "There are: en, ja, ko."),
            (["--sort", "visitor"], "Did you mean visitors?"), (["--top", "0"], "from 1 on"),
            (["--format", "csv"], "--table"),
            (["--format", "csv", "--table", "pages", "--table", "hours"], "-o folder/"),
            (["-o", "x.csv"], "--table"), (["--format", "text", "-o", "folder/"], "--format csv"),
        ])
    func usage(_ arguments: [String], _ hint: String) throws {
        let run = try space.run(["report"] + arguments, now: SampleOutputs.now)
        #expect(run.code == 64)
        #expect(run.errors.contains(hint), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test("Only the tables that are named are printed, in that order")
    func tables() throws {
        let text = try report("--table", "status_codes", "--table", "pages", "--top", "3").output
        let codes = try #require(text.range(of: "Status codes"))
        let pages = try #require(text.range(of: "Pages"))
        #expect(codes.lowerBound < pages.lowerBound)
        #expect(!text.contains("Browsers") && text.contains("more rows"))
    }

    @Test("Each language says it in its own words", arguments: [("en", "Pages"), ("ja", "ページ"), ("ko", "페이지")])
    func languages(_ language: String, _ title: String) throws {
        #expect(try report("--lang", language).output.contains(title))
    }

    @Test("The output's name says the form; CSV goes into a folder that is made, a file per table")
    func forms() throws {
        for (name, beginning) in [("a.json", "{"), ("a.txt", "Footfall")] {
            #expect(try report("-o", space.path(name)).code == 0)
            #expect(try String(contentsOfFile: space.path(name), encoding: .utf8).hasPrefix(beginning))
        }
        #expect(try report("-o", space.path("tables") + "/").code == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: space.path("tables"))
        #expect(Set(files).isSuperset(of: ["about.csv", "totals.csv", "pages.csv"]))
        let pages = try String(contentsOfFile: space.path("tables/pages.csv"), encoding: .utf8)
        #expect(pages.hasPrefix("path,row,days,page_views"))
        #expect(try report("--format", "csv", "--table", "pages").output == pages)
    }

    @Test("Yesterday is compared with the day before")
    func comparison() throws {
        let text = try report("--from", "2026-03-04", "--to", "2026-03-04", "--compare").output
        #expect(text.contains("Changes are against Tuesday 3 March 2026"))
        #expect(text.contains("▲ 4.2 %"))
    }
}
