import Events
import Testing

@testable import Intake

@Suite("The offset of a local time")
struct ZoneOffsetsTests {
    @Test(
        "A local time is an instant, shifted where the clocks skip it, the earlier one where they show it twice",
        arguments: [
            ("2026-03-29T01:59:59", "2026-03-29T00:59:59Z"), ("2026-03-29T02:00:00", "2026-03-29T01:00:00Z"),
            ("2026-03-29T02:30:00", "2026-03-29T01:30:00Z"), ("2026-03-29T02:59:59", "2026-03-29T01:59:59Z"),
            ("2026-03-29T03:00:00", "2026-03-29T01:00:00Z"), ("2026-07-01T12:00:00", "2026-07-01T10:00:00Z"),
            ("2026-10-25T01:59:59", "2026-10-24T23:59:59Z"), ("2026-10-25T02:00:00", "2026-10-25T00:00:00Z"),
            ("2026-10-25T02:59:59.999", "2026-10-25T00:59:59.999Z"), ("2026-10-25T03:00:00", "2026-10-25T02:00:00Z"),
            ("1980-07-01T12:00:00", "1980-07-01T11:00:00Z"), ("2100-07-01T12:00:00", "2100-07-01T11:00:00Z"),
        ])
    func berlinTimes(local: String, instant: String) throws {
        let expected = try #require(TimeReader.read(.iso8601, instant))
        #expect(TimeReader.read(.iso8601, local, LineOptions(latest: .max, zone: berlin)) == expected)
    }

    @Test("All notations without a zone are read in the options' zone")
    func notations() throws {
        let options = LineOptions(latest: 1_775_000_000_000, zone: berlin)
        let expected = try #require(TimeReader.read(.iso8601, "2026-03-29T01:30:00Z"))
        #expect(TimeReader.read(.commonLog, "29/Mar/2026:02:30:00", options) == expected)
        #expect(TimeReader.read(.syslog, "Mar 29 02:30:00", options) == expected)
        #expect(TimeReader.read(.automatic, "Sun Mar 29 02:30:00 2026", options) == expected)
        #expect(TimeReader.read(.automatic, "2026/03/29 02:30:00", options) == expected)
        #expect(TimeReader.read(.pattern(try TimePattern("%F %T")), "2026-03-29 02:30:00", options) == expected)
        var parser = LineParser("common", options: options)
        #expect(parser.parseLine("h - - [29/Mar/2026:02:30:00] \"-\" 200 1").line?.time == expected)
    }

    @Test("Each instant is found again by its local time, but for the second of two")
    func everyInstant() {
        for instant in stride(from: Int64(1_767_225_600), to: 1_798_761_600, by: 900) {
            let offset: Int64 = (1_774_746_000..<1_792_890_000).contains(instant) ? 7200 : 3600
            let isSecond = (1_792_890_000..<1_792_893_600).contains(instant)
            let found = berlin.instant(ofLocal: (instant + offset) * 1000) / 1000
            #expect(found == (isSecond ? instant - 3600 : instant))
        }
    }

    @Test("A fixed zone has one offset at all times")
    func fixed() {
        for local in [Int64.min / 2000, -1, 0, 1, Int64.max / 2000] {
            #expect(ZoneOffsets.fixed(-12_600).offset(ofLocal: local) == -12_600)
            #expect(ZoneOffsets.utc.offset(ofLocal: local) == 0)
        }
        #expect(ZoneOffsets.fixed(0) == .utc)
        #expect(ZoneOffsets.fixed(1) != .utc)
    }
}
