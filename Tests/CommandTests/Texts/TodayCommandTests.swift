import Foundation
import Testing

@Suite("Hours of the present day, and months that are published")
struct TodayCommandTests {
    let space: Workspace

    init() throws {
        space = try Workspace()
    }

    /// Lines of people who each look at a page in every hour.
    private static func log(_ date: String, hours: Range<Int>, visitors: Int) -> String {
        hours.flatMap { hour in
            (0..<visitors).flatMap { visitor in
                ["/", "/a.png"].map { path in
                    "198.51.\(visitor).7 - - [\(date)/2026:\(hour < 10 ? "0" : "")\(hour):20:00 +0000] \"GET \(path) HTTP/1.1\" 200 100 \"-\""
                        + " \"Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0\"\n"
                }
            }
        }.joined()
    }

    private func ingest(_ date: String, hours: Range<Int>, visitors: Int, now: String) throws {
        let log = try space.write(Self.log(date, hours: hours, visitors: visitors), to: "\(hours.lowerBound).log")
        let run = try space.run(["ingest", log, "--source", "site"], now: now)
        #expect(run.code == 0, "\(run.errors)")
    }

    @Test("A day: hours every hour, the day when it is over, and late lines apart")
    func day() throws {
        #expect(try space.run(["aggregate", "--today"]).code == 66)
        try ingest("01/Mar", hours: 0..<1, visitors: 30, now: "2026-03-01T00:30:00Z")
        let none = try space.run(["report", "--today"], now: "2026-03-01T00:40:00Z")
        #expect(none.code == 0)
        #expect(none.output.contains("No hour of Sunday 1 March 2026 is released yet"))

        try ingest("01/Mar", hours: 1..<6, visitors: 40, now: "2026-03-01T05:40:00Z")
        let first = try space.run(["aggregate", "--today"], now: "2026-03-01T05:45:00Z")
        #expect(first.code == 0, "\(first.errors)")
        #expect(
            first.output.hasPrefix(
                "released 2026-03-01: hours 00 01 02 03; not told, or not before the day is closed: 00\n"
                    + "lines from before 2026-03-01 04:00 go to the day's supplement\n"))
        let again = try space.run(["aggregate", "--today", "--json"], now: "2026-03-01T05:50:00Z")
        #expect(again.output.contains("\"told\":[]"), "\(again.output)")
        let report = try space.run(["report", "--today"], now: "2026-03-01T05:50:00Z")
        #expect(report.output.contains("which is not closed yet"), "\(report.output)")
        let json = try space.run(["report", "--today", "--json"], now: "2026-03-01T05:50:00Z")
        #expect(json.output.contains("\"of\": \"hours\""))

        // Late for an hour that was told.
        try ingest("01/Mar", hours: 2..<3, visitors: 12, now: "2026-03-01T06:30:00Z")
        try ingest("01/Mar", hours: 6..<24, visitors: 40, now: "2026-03-01T23:50:00Z")
        let closed = try space.run(["aggregate", "--no-expire"], now: "2026-03-02T02:00:00Z")
        #expect(closed.output.contains("closed 2026-03-01: "))
        #expect(closed.output.contains("closed 2026-03-01.s1: 24 events"))
        let hours = try space.run(
            ["report", "--table", "hours", "--format", "csv"], now: "2026-03-02T02:10:00Z")
        // How many of the late lines are of these hours is not told.
        #expect(hours.output.contains("\r\n03-05,value,1,,240,,120,,24000,"), "\(hours.output)")
    }

    @Test("A month is published once its days are closed, and says so before")
    func month() throws {
        try ingest("01/Feb", hours: 3..<4, visitors: 2, now: "2026-02-28T23:00:00Z")
        try ingest("27/Feb", hours: 3..<5, visitors: 63, now: "2026-02-28T23:00:00Z")
        try ingest("28/Feb", hours: 3..<4, visitors: 63, now: "2026-02-28T23:00:00Z")
        _ = try space.run(["aggregate", "--date", "2026-02-27", "--no-expire"], now: "2026-02-28T23:10:00Z")
        let early = try space.run(["report", "--class", "published"], now: "2026-02-28T23:20:00Z")
        #expect(early.code == 0)
        #expect(early.output.contains("No month can be published"))
        #expect(early.output.contains("from 2026-03-01 01:00 on"), "\(early.output)")
        _ = try space.run(["aggregate", "--no-expire"], now: "2026-03-01T02:00:00Z")
        for format in ["text", "json"] {
            let run = try space.run(
                ["report", "--class", "published", "--format", format], now: "2026-03-01T02:10:00Z")
            #expect(run.code == 0, "\(run.errors)")
            #expect(run.output.contains("published"), "\(run.output)")
        }
        let csv = try space.run(
            ["report", "--class", "published", "--format", "csv", "--table", "browsers"], now: "2026-03-01T02:10:00Z")
        #expect(csv.output.contains("\r\nFirefox,value,1,380,60\r\n"), "\(csv.output)")
        #expect(try space.run(["report", "--class", "published", "--today"]).code == 64)
        #expect(try space.run(["report", "--class", "public"]).code == 64)
    }
    @Test("The month in which a store begins is not published, since it is not whole")
    func firstMonth() throws {
        try ingest("02/Feb", hours: 3..<5, visitors: 63, now: "2026-02-28T23:00:00Z")
        _ = try space.run(["aggregate", "--no-expire"], now: "2026-03-01T02:00:00Z")
        let run = try space.run(["report", "--class", "published"], now: "2026-03-01T02:10:00Z")
        #expect(run.code == 0)
        #expect(run.output.contains("No month can be published"), "\(run.output)")
    }
}
