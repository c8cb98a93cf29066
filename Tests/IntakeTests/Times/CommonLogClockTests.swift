import Events
import Testing

@testable import Intake

@Suite("CommonLogClock")
struct CommonLogClockTests {
    @Test(
        "Times are told in UTC milliseconds",
        arguments: [
            ("10/Oct/2000:13:55:36 -0700", 971_211_336_000), ("01/Jan/1970:00:00:00 +0000", 0),
            ("01/Mar/2026:00:00:03 +0900", 1_772_290_803_000), ("29/Feb/2024:23:59:59 +0000", 1_709_251_199_000),
            ("31/Dec/1969:23:59:59 +0000", -1000), ("05/May/2019:01:02:03 +0545", 1_556_997_423_000),
            ("10/Oct/2000:13:55:36.5 -0700", 971_211_336_500),
            ("10/Oct/2000:13:55:36.123456789 -0700", 971_211_336_123),
            ("10/Oct/2000:13:55:36", 971_211_336_000 - 25_200_000 + 3_600_000 * -1),
            ("10/Oct/2000:13:55:36.250", 971_211_336_250 - 25_200_000 + 3_600_000 * -1),
        ] as [(String, Int64)])
    func times(text: String, expected: Int64) {
        // One hour east of UTC where no zone is written.
        #expect(CommonLogClockTests.read(text, LineOptions(latest: .max, zone: .fixed(3600))) == expected)
    }

    @Test("All months are known")
    func months() {
        for (index, name) in ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
            .enumerated()
        {
            let expected = Day(year: 2021, month: index + 1, day: 7).map { Int64($0.number) * 86_400_000 }
            #expect(CommonLogClockTests.read("07/\(name)/2021:00:00:00 +0000") == expected)
        }
    }

    @Test("A leap second is told as the second before it")
    func leapSecond() {
        let second = CommonLogClockTests.read("31/Dec/2016:23:59:59 +0000")
        #expect(CommonLogClockTests.read("31/Dec/2016:23:59:60 +0000") == second)
    }

    @Test(
        "What is not a time is rejected where the time begins",
        arguments: [
            "30/Feb/2024:00:00:00 +0000", "29/Feb/2023:00:00:00 +0000", "00/Jan/2023:00:00:00 +0000",
            "1x/Jan/2023:00:00:00 +0000", "10/Okt/2023:00:00:00 +0000", "10/oct/2023:00:00:00 +0000",
            "10-Oct-2023:00:00:00 +0000", "10/Oct/20x3:00:00:00 +0000", "10/Oct/2023 00:00:00 +0000",
            "10/Oct/2023:24:00:00 +0000", "10/Oct/2023:00:60:00 +0000", "10/Oct/2023:00:00:61 +0000",
            "10/Oct/2023:00-00:00 +0000", "10/Oct/2023:0a:00:00 +0000", "10/Oct/2023:00:00:00. +0000",
            "10/Oct/2023:00:00:00x+0000", "10/Oct/2023:00:00:00 *0000", "10/Oct/2023:00:00:00 +2400",
            "10/Oct/2023:00:00:00 +0060", "10/Oct/2023:00:00:00 +00:00", "0000-00-00T00:00:00+00:00",
            String(repeating: "\0", count: 12) + "00:00:00 +0000",
            "10/Oct/2023:00:00:00" + String(repeating: "\0", count: 7),
        ])
    func malformed(text: String) {
        var parser = LineParser("common")
        let line = "h - - [\(text)] \"-\" 200 1"
        #expect(parser.parseLine(line).outcome == .rejected(.time, column: 7))
        // The failure leaves nothing behind that would let the same bytes pass.
        #expect(parser.parseLine(line).outcome == .rejected(.time, column: 7))
    }

    @Test("A remembered date or zone does not leak into other lines")
    func cache() {
        var parser = LineParser("common")
        let texts = [
            "10/Oct/2000:13:55:36 -0700", "10/Oct/2000:14:55:36 -0700", "11/Oct/2000:13:55:36 -0700",
            "11/Oct/2000:13:55:36 +0000", "11/Oct/2000:13:55:36", "11/Nov/2000:13:55:36 +0000",
            "11/Nov/2001:13:55:36 -0700",
        ]
        for text in texts {
            let line = "h - - [\(text)] \"-\" 200 1"
            #expect(parser.parseLine(line).line?.time == CommonLogClockTests.read(text))
        }
    }

    @Test("A line dated more than a day after the latest time is rejected")
    func future() {
        let options = LineOptions(latest: 971_211_336_000)
        #expect(CommonLogClockTests.read("11/Oct/2000:13:55:36 -0700", options) == 971_297_736_000)
        var parser = LineParser("common", options: options)
        let outcome = parser.parseLine("h - - [11/Oct/2000:13:55:37 -0700] \"-\" 200 1").outcome
        #expect(outcome == .rejected(.future, column: 7))
    }

    private static func read(_ text: String, _ options: LineOptions = LineOptions(latest: .max)) -> Int64? {
        var parser = LineParser("common", options: options)
        return parser.parseLine("h - - [\(text)] \"-\" 200 1").line?.time
    }
}
