import Events
import Foundation
import Privacy
import Store
import Testing

@testable import Pipeline

@Suite("A disclosure tells a person everything that is stored of them, and nothing of others")
struct DisclosureTests {
    private let store: SearchedJobs
    private let day = SearchedJobs.days[0]

    init() throws {
        store = try SearchedJobs()
    }

    private func line(_ client: String, _ user: String, _ cookie: String, _ path: String) -> String {
        "\(client) - \(user) [01/Mar/2026:10:00:00 +0000] \"GET \(path) HTTP/1.1\" 200 512 \"-\" \"\(CrowdLog.agent)\" \"\(cookie)\""
    }

    private func files() throws -> (json: String, text: String) {
        func content(_ name: String) throws -> String {
            try String(contentsOfFile: "\(store.jobs.path)/answer/request-1/\(name)", encoding: .utf8)
        }
        return (try content("disclosure.json"), try content("disclosure.txt"))
    }

    @Test("The files of a small log are these")
    func golden() throws {
        var bad = Array(line(CrowdLog.address, "-", CrowdLog.cookie, "/a?q=x").utf8)
        bad[bad.firstIndex(of: UInt8(ascii: "x")) ?? 0] = 0xFF
        let path = "\(store.jobs.path)/server.log"
        let others =
            line("198.51.100.1", "somebody", "c-other", "/") + "\n" + line(CrowdLog.address, "-", "c-other", "/b")
            + "\n" + line(CrowdLog.address, "-", "-", "/c")
        let rejected = "broken \(CrowdLog.cookie) line"
        try Data(bad + Array("\n\(others)\n\(rejected)\n".utf8)).write(to: URL(fileURLWithPath: path))
        var options = Ingest.Options()
        options.format = try FormatSetting(CrowdLog.format)
        options.source = "access"
        _ = try Ingest(options: options, environment: store.environment()).run([Ingest.Input(path)])
        let run = try store.request(.disclose, CrowdLog.identifiers, into: store.jobs.path + "/answer")
        guard case .done(let outcome) = run.result else {
            Issue.record("\(run.result)")
            return
        }
        #expect(outcome[.lines] == 1 && outcome[.rejects] == 1)
        let (json, text) = try files()
        #expect(json.replacing(/"derived":\[.*?\]/, with: #""derived":[…]"#) == Self.json)
        #expect(text.replacing(/(?s)\n  time, by the second: .*?\nThey/, with: "\n  …\nThey") == Self.text)
        _ = try JSONSerialization.jsonObject(with: Data(json.utf8))
        let folder = "\(store.jobs.path)/answer/request-1"
        for (path, mode) in [
            (folder, 0o700), (folder + "/disclosure.json", 0o600), (folder + "/disclosure.txt", 0o600),
        ] {
            let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(found == mode, "\(path)")
        }
    }

    private static let json = #"""
        {"version":1,"site":"example.org","made":"2026-03-11T12:00:00.000Z","time_zone":"UTC","request":1,"from":null,"to":null,"identifiers":[{"kind":"cookie","text":"c-8f14e45fceea167a"},{"kind":"user","text":"kim.minseo"},{"kind":"address","text":"203.0.113.9"}],"addresses_used_alone":false,
        "days":[
        {"day":"2026-03-01",
        "lines":[
        {"source":"access","line":"203.0.113.9 - - [01/Mar/2026:10:00:00 +0000] \"GET /a?q=� HTTP/1.1\" 200 512 \"-\" \"Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0\" \"c-8f14e45fceea167a\"","line_base64":"MjAzLjAuMTEzLjkgLSAtIFswMS9NYXIvMjAyNjoxMDowMDowMCArMDAwMF0gIkdFVCAvYT9xPf8gSFRUUC8xLjEiIDIwMCA1MTIgIi0iICJNb3ppbGxhLzUuMCAoWDExOyBMaW51eCB4ODZfNjQ7IHJ2OjEzMy4wKSBHZWNrby8yMDEwMDEwMSBGaXJlZm94LzEzMy4wIiAiYy04ZjE0ZTQ1ZmNlZWExNjdhIg==","record":{"client":"203.0.113.9","user":null,"time":"2026-03-01T10:00:00.000Z","method":"GET","target":"/a?q=�","protocol":"HTTP/1.1","status":200,"bytes":512,"referrer":null,"agent":"Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0","host":null,"mac":null,"device":null,"cookie":"c-8f14e45fceea167a","duration_us":null}}],
        "count":1,"rejected_count":0,"held_count":0,"restricted":0,"restricted_until":null,"withheld":0,"until":"2026-06-01","rejected_until":"2026-06-01","shared_addresses":["203.0.113.9"]},
        {"day":"2026-03-11",
        "rejected":[
        {"source":"access","line":"broken c-8f14e45fceea167a line","record":null}],
        "count":0,"rejected_count":1,"held_count":0,"restricted":0,"restricted_until":null,"withheld":0,"until":"2026-06-11","rejected_until":"2026-06-11","shared_addresses":[]}],
        "found":true,
        "shown":2,
        "restricted":0,
        "withheld":0,
        "not_attributable":[],
        "derived":[…],
        "purposes":["statistics"],
        "events_kept":"3 months",
        "events_by_the_hour_kept":"13 months",
        "unreadable_files":[]}

        """#

    private static let text = #"""
        What example.org stores about you (request 1)

        Made 2026-03-11 12:00, time zone UTC.
        It was looked for
          cookie c-8f14e45fceea167a
          user kim.minseo
          address 203.0.113.9
        Words in the addresses of pages were not looked for.

        2026-03-01
          203.0.113.9 - - [01/Mar/2026:10:00:00 +0000] "GET /a?q=� HTTP/1.1" 200 512 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0" "c-8f14e45fceea167a"
          1 line, kept sealed until 2026-06-01
          Others may have used 203.0.113.9: lines that bear nothing else are not told

        2026-03-11
          Lines that came on the day and could not be read:
          broken c-8f14e45fceea167a line
          1 line that could not be read, kept sealed until 2026-06-11

        Events were made of the lines, under pseudonyms, for statistics:
          …
        They are kept for 3 months, and by the hour for 13 months. When a day is closed, the key of its pseudonyms is destroyed.

        """#

    @Test("Every line of a person in a crowd is told, and no other")
    func crowd() throws {
        let log = CrowdLog(day, .alone, others: 2000)
        try store.ingest(log.lines)
        try store.request(.disclose, CrowdLog.identifiers, into: store.jobs.path + "/answer")
        let (json, text) = try files()
        for line in log.lines {
            let page = try #require(line.split(separator: " ").first { $0.hasPrefix("/p/") })
            #expect(json.contains("\(page) ") == log.own().contains(line))
            #expect(text.contains("\(page) ") == log.own().contains(line))
        }
    }

    @Test("It says so if there is no such data")
    func nothing() throws {
        try store.ingest([line("198.51.100.1", "somebody", "c-other", "/")])
        try store.request(.disclose, CrowdLog.identifiers, into: store.jobs.path + "/answer")
        let (json, text) = try files()
        #expect(json.contains(#""found":false"#) && json.contains(#""days":[]"#))
        #expect(text.contains("There is no such data."))
    }

    @Test("Lines that are erased but for a law are counted and not shown")
    func erased() throws {
        try store.ingest([
            line("198.51.100.1", CrowdLog.account, CrowdLog.cookie, "/secret"), line("198.51.100.1", "-", "-", "/"),
        ])
        let environment = store.environment()
        let keys = try store.jobs.keys
        let tagger = try environment.subjectTagger(store.jobs.store, keys)
        let tags = CrowdLog.identifiers.prefix(2).flatMap { tagger.tags(of: $0) }
        try store.jobs.store.catalog.object(request: 9, tags.map { ($0, nil) }, isRetroactive: true)
        _ = try Holds(environment: environment).add(
            HoldRequest(.order, day...day, until: Day("2027-01-31"), filter: .all), showing: store.jobs.officer)
        let outcome = try outcome(
            store.request(.disclose, CrowdLog.identifiers, into: store.jobs.path + "/answer"))
        let (json, text) = try files()
        #expect(!json.contains("/secret") && !text.contains("/secret"))
        #expect(json.contains(#""restricted":2,"restricted_until":"2027-01-31","withheld":0"#))
        #expect(
            text.contains("1 line not shown: erased but for a law that asks to keep them, restricted, until 2026-06-01")
        )
        #expect(text.contains("1 line not shown: held, restricted, until 2027-01-31"))
        #expect(outcome[.shown] == 0 && outcome[.locked] == 2 && outcome[.withheld] == 0)
        #expect(
            outcome.stays.map { [$0.kept.rawValue, $0.reason.rawValue, $0.until ?? ""] } == [
                ["raw", "law", "2026-06-01"], ["order", "hold", "2027-01-31"],
            ])
        let letter = try Requests(environment: environment).receipt(1, in: nil, showing: store.jobs.officer)
        #expect(letter.contains("What was found cannot be shown: a law obliges us to keep it, and it is locked.\n"))
        #expect(!letter.contains("comes with this letter"))
    }

    private func outcome(_ run: RequestRun) throws -> RequestOutcome {
        guard case .done(let outcome) = run.result else { throw JobError(.data, "\(run.result)") }
        return outcome
    }

    @Test("A line that names somebody else who objects is not told, nor one of somebody else's account")
    func others() throws {
        try store.ingest([
            line("198.51.100.1", CrowdLog.account, "c-objector", "/both"),
            line("198.51.100.1", "objector", CrowdLog.cookie, "/another"),
            line("198.51.100.1", "-", CrowdLog.cookie, "/own"),
        ])
        try store.request(.restrict, [SubjectIdentifier(.cookie, Array("c-objector".utf8))])
        let outcome = try outcome(
            store.request(.disclose, CrowdLog.identifiers, into: store.jobs.path + "/answer"))
        let folder = store.jobs.path + "/answer/request-2"
        let json = try String(contentsOfFile: folder + "/disclosure.json", encoding: .utf8)
        #expect(json.contains("/own") && !json.contains("/both") && !json.contains("/another"))
        #expect(json.contains(#""withheld":2"#))
        #expect(outcome[.shown] == 1 && outcome[.withheld] == 2)
        let text = try String(contentsOfFile: folder + "/disclosure.txt", encoding: .utf8)
        #expect(text.contains("  2 lines not shown, because they concern other people as well\n"))
        let letter = try Requests(environment: store.environment()).receipt(2, in: nil, showing: store.jobs.officer)
        #expect(letter.contains("What can be shown of the data comes with this letter; the rest is counted below.\n"))
        #expect(letter.contains("- 2 lines are not shown, because they concern other people as well.\n"))
        // That somebody has objected tells of them.
        for answer in [text, letter, json] { #expect(!answer.contains("object")) }
    }

    @Test(
        "A rejected line that names somebody else who objects is not told",
        arguments: ["c-objector", "sid=c-objector;", "objector@example.org", "objector%40example.org", "/objector-42/"])
    func rejectedOthers(name: String) throws {
        try store.ingest([
            "broken \(CrowdLog.cookie) \(name) both", "broken \(CrowdLog.cookie) c-objectors own",
            line("198.51.100.1", "-", CrowdLog.cookie, "/own"),
        ])
        try store.request(
            .restrict,
            [
                SubjectIdentifier(.cookie, Array("c-objector".utf8)),
                SubjectIdentifier(.email, Array("objector@example.org".utf8)),
                SubjectIdentifier(.device, Array("objector-42".utf8)),
            ])
        try store.request(.disclose, CrowdLog.identifiers, into: store.jobs.path + "/answer")
        let folder = store.jobs.path + "/answer/request-2"
        let json = try String(contentsOfFile: folder + "/disclosure.json", encoding: .utf8)
        #expect(json.contains("/own") && json.contains("c-objectors own") && !json.contains("both"))
        #expect(json.contains(#""withheld":1"#))
        let text = try String(contentsOfFile: folder + "/disclosure.txt", encoding: .utf8)
        #expect(!text.contains("both"))
    }

    @Test("Of a column with a whole Cookie header a line is found by one of its cookies, and by the header as it was")
    func cookieHeader() throws {
        let sid = "sid=8f14e45fceea167a5b"
        try store.ingest([
            line("198.51.100.1", "-", "theme=dark; \(sid)", "/pair"),
            line("198.51.100.1", "-", "\(sid); lang=ko", "/other"),
            line("198.51.100.1", "-", "8f14e45fceea167a5b", "/value"),
            line("198.51.100.1", "-", "theme=dark", "/common"),
            line("198.51.100.1", "-", "sid=8f14e45fceea167a5b0; theme=dark", "/longer"),
        ])
        for (number, text) in [sid, "8f14e45fceea167a5b", "theme=dark; \(sid); extra=1"].enumerated() {
            try store.request(
                .disclose, [SubjectIdentifier(.cookie, Array(text.utf8))], into: store.jobs.path + "/answer")
            let path = store.jobs.path + "/answer/request-\(number + 1)/disclosure.json"
            let json = try String(contentsOfFile: path, encoding: .utf8)
            let found = ["/pair", "/other", "/value", "/common", "/longer"].filter { json.contains("GET \($0) ") }
            #expect(found == ["/pair", "/other", "/value"], "\(text)")
        }
    }

    @Test("Nothing is overwritten")
    func present() throws {
        try store.ingest([line("198.51.100.1", "somebody", "c-other", "/")])
        let path = store.jobs.path + "/answer/request-1"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        #expect(throws: JobError.self) {
            try store.request(.disclose, CrowdLog.identifiers, into: store.jobs.path + "/answer")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
    }
}
