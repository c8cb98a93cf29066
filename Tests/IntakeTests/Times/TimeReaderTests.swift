import Testing

@testable import Intake

@Suite("Times of every notation")
struct TimeReaderTests {
    @Test(
        "Times of RFC 3339 and ISO 8601 are told in UTC milliseconds",
        arguments: [
            // RFC 3339, section 5.8; the last one's example of 1937 is before the years that are kept.
            ("1985-04-12T23:20:50.52Z", 482_196_050_520), ("1996-12-19T16:39:57-08:00", 851_042_397_000),
            ("1990-12-31T23:59:60Z", 662_687_999_000), ("1990-12-31T15:59:60-08:00", 662_687_999_000),
            // RFC 5424, section 6.2.3.1
            ("1985-04-12T19:20:50.52-04:00", 482_196_050_520), ("2003-10-11T22:14:15.003Z", 1_065_910_455_003),
            ("2003-08-24T05:14:15.000003-07:00", 1_061_727_255_000),
            ("2003-08-24T05:14:15.000000003-07:00", 1_061_727_255_000),
            ("2026-03-01T00:00:03Z", 1_772_323_203_000), ("2026-03-01t00:00:03z", 1_772_323_203_000),
            ("2026-03-01 00:00:03Z", 1_772_323_203_000), ("2026-03-01 00:00:03 +0000", 1_772_323_203_000),
            ("2026-03-01T00:00:03", 1_772_323_203_000), ("2026-03-01T00:00", 1_772_323_200_000),
            ("2026-03-01T00:00Z", 1_772_323_200_000), ("2026-03-01T00:00+09", 1_772_290_800_000),
            ("2026-03-01T00:00:03+0900", 1_772_290_803_000), ("2026-03-01T00:00:03+09:00", 1_772_290_803_000),
            ("2026-03-01T00:00:03-00:00", 1_772_323_203_000), ("2026-03-01T00:00:03.5+05:45", 1_772_302_503_500),
            ("2026-03-01T00:00:03,25Z", 1_772_323_203_250), ("2026-03-01T00:00:03.9999999999999Z", 1_772_323_203_999),
            ("2026-03-01 00:00:03.123 UTC", 1_772_323_203_123), ("2026-03-01 00:00:03 PST", 1_772_352_003_000),
            ("20260301T000003Z", 1_772_323_203_000), ("20260301T0000Z", 1_772_323_200_000),
            ("20260301T000003.25+0900", 1_772_290_803_250), ("20260301 000003", 1_772_323_203_000),
            ("1970-01-01T00:00:00Z", 0), ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
            ("2024-02-29T00:00:00Z", 1_709_164_800_000),
        ] as [(String, Int64)])
    func iso8601(text: String, expected: Int64) {
        #expect(TimeReader.read(.iso8601, text) == expected)
        #expect(TimeReader.read(.automatic, text) == expected)
    }

    @Test(
        "What is no time of ISO 8601 is refused",
        arguments: [
            "", "2", "2026-03-01", "2026-03-01T", "2026-03-01T00", "2026-03-01T00:", "2026-03-01T00:0",
            "2026-03-01T00:00:", "2026-03-01T00:00:0", "2026-03-01T24:00:00Z", "2026-03-01T00:60:00Z",
            "2026-03-01T00:00:61Z", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
            "2026-03-00T00:00:00Z", "2026-03-01X00:00:00Z", "2026-03-01T00:00:00.Z", "2026-03-01T00:00.5Z",
            "2026-03-01T00:00:00+24:00", "2026-03-01T00:00:00+00:60", "2026-03-01T00:00:00+0", "2026-03-01T00:00:00+",
            "2026-03-01T00:00:00Zx", "2026-03-01T00:00:00 ", "2026-03-01T00:00:00 XXX", "2026-03-01T00:00:00  Z",
            "2026/03/01T00:00:00Z", "2026-03/01T00:00:00Z", "2026-03-01T0000Z", "20260301T00:00Z",
            "+026-03-01T00:00:00Z",
            "1937-01-01T12:00:27.87+00:20", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-01:00",
            "1970-01-01T00:00:00+00:01", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
        ])
    func badISO8601(text: String) {
        var reader = TimeReader()
        let failure = LineFailure(.time, at: 2)
        #expect(throws: failure) { try reader.instant(.iso8601, Array(text.utf8)) }
        // The failure leaves nothing behind that would let the same bytes pass.
        #expect(throws: failure) { try reader.instant(.iso8601, Array(text.utf8)) }
    }

    @Test(
        "Numbers since 1970 are told in milliseconds",
        arguments: [
            ("1772323203", .seconds, 1_772_323_203_000), ("1772323203.25", .seconds, 1_772_323_203_250),
            ("1772323203.123456789", .seconds, 1_772_323_203_123), ("1.5e9", .seconds, 1_500_000_000_000),
            ("1.772323203E+9", .seconds, 1_772_323_203_000), ("1772323203123e-3", .seconds, 1_772_323_203_123),
            ("0", .seconds, 0), ("0e999", .seconds, 0), ("0.0009", .seconds, 0),
            ("1772323203250", .milliseconds, 1_772_323_203_250), ("1772323203250.9", .milliseconds, 1_772_323_203_250),
            ("1772323203250999", .microseconds, 1_772_323_203_250),
            ("1772323203250999999", .nanoseconds, 1_772_323_203_250),
            ("1772323203250999999000e-3", .nanoseconds, 1_772_323_203_250),
            ("1772323203.00000000000000000000000000000001", .seconds, 1_772_323_203_000),
            ("253402300799.9999", .seconds, 253_402_300_799_999),
        ] as [(String, EpochUnit, Int64)])
    func epoch(text: String, unit: EpochUnit, expected: Int64) {
        #expect(TimeReader.read(.epoch(unit), text) == expected)
    }

    @Test(
        "What is no number of a time is refused",
        arguments: [
            "", "-", "-1", "+1", ".5", "1.", "1e", "1e+", "1x", "1.5.5", "0x10", "1e999", "1e9999", "253402300800",
            "99999999999999999999999999", "NaN", "1 ", "null",
        ])
    func badEpoch(text: String) {
        #expect(TimeReader.read(.epoch(.seconds), text) == nil)
    }

    @Test(
        "The notation and the unit of a number are told by their shape",
        arguments: [
            ("1772323203", 1_772_323_203_000), ("1772323203.250", 1_772_323_203_250),
            ("1772323203250", 1_772_323_203_250), ("1772323203250999", 1_772_323_203_250),
            ("1772323203250999999", 1_772_323_203_250), ("1.77232320325e12", 1_772_323_203_250),

            ("1.772e12", 1_772_000_000_000),
            ("01/Mar/2026:00:00:03 +0000", 1_772_323_203_000), ("[01/Mar/2026:00:00:03 +0900]", 1_772_290_803_000),
            ("2026/03/01 00:00:03", 1_772_323_203_000), ("2026/03/01 00:00:03.250", 1_772_323_203_250),
            ("[2026-03-01T00:00:03Z]", 1_772_323_203_000),
            // RFC 9110, section 5.6.7
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777_000), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777_000),
            ("Sun Nov  6 08:49:37 1994", 784_111_777_000),
            // RFC 5322, appendix A
            ("Fri, 21 Nov 1997 09:55:06 -0600", 880_127_706_000), ("6 Nov 1994 08:49:37 GMT", 784_111_777_000),
            ("25-Nov-2017 20:47:06", 1_511_642_826_000),
            // Apache's error log
            ("[Sun Nov 06 08:49:37.123456 1994]", 784_111_777_123), ("Sun Nov  6 08:49:37 UTC 1994", 784_111_777_000),
            ("So Nov  6 08:49:37 1994", 784_111_777_000), ("Mar  1 2026 00:00:03", 1_772_323_203_000),
        ] as [(String, Int64)])
    func automatic(text: String, expected: Int64) {
        #expect(TimeReader.read(.automatic, text) == expected)
    }

    @Test(
        "What is no time of any notation is refused",
        arguments: [
            "", "-", "[", "[]", "[-]", "x", "Sun,", "Sun, 06", "Sun, 06 Nov", "Sun, 06 Nov 1994",
            "Sun, 06 Nov 199 08:49:37",
            "Sun, 06 Nov 1994 08:49", "Sun, 06 Nov 1994 08:49:37 GMX", "Sun, 06-Nov 1994 08:49:37 GMT", "Sun Nov  6",
            "Sun Nov  6 24:49:37 1994", "Sun Nov 31 08:49:37 1994", "Sun Nov  6 08:49:37 1994 ", "2026", "00:00:03",
            "2026-03-01", "1/Mar/2026:00:00:03", "Mrz  1 00:00:03",
        ].filter { $0 != "2026" })
    func badAutomatic(text: String) {
        #expect(TimeReader.read(.automatic, text) == nil)
    }

    @Test(
        "A time of the common log format is read with and without brackets",
        arguments: [
            ("[10/Oct/2000:13:55:36 -0700]", 971_211_336_000), ("10/Oct/2000:13:55:36 -0700", 971_211_336_000),
            ("10/Oct/2000:13:55:36.25 -0700", 971_211_336_250), ("10/Oct/2000:20:55:36", 971_211_336_000),
            ("[10/Oct/2000:13:55:60 -0700]", 971_211_359_000),
        ] as [(String, Int64)])
    func commonLog(text: String, expected: Int64) {
        #expect(TimeReader.read(.commonLog, text) == expected)
    }

    @Test(
        "What is no time of the common log format is refused",
        arguments: [
            "[10/Oct/2000:13:55:36 -0700", "10/Oct/2000:13:55:36 -0700]", "10/Oct/2000:13:55:3", "30/Feb/2024:00:00:00",
            "10/Oct/2000:24:00:00", "10/Oct/2000:13:55:36-0700", "10/Oct/2000:13:55:36 ", "[]",
            String(repeating: "\0", count: 12) + "00:00:00",
        ])
    func badCommonLog(text: String) {
        #expect(TimeReader.read(.commonLog, text) == nil)
    }

    @Test("A remembered date does not leak into other times")
    func cache() {
        let texts = [
            "2026-03-01T00:00:03Z", "2026-03-01T00:00:04Z", "2026-03-02T00:00:03Z", "2027-03-02T00:00:03Z",
            "2026-13-02T00:00:03Z", "2026-03-01T00:00:03Z", "2026/03/01 00:00:03", "01/Mar/2026:00:00:03",
            "02/Mar/2026:00:00:03", "02/Mar/2027:00:00:03", "2026-03-01T00:00:03+0900",
        ]
        for notation in [TimeNotation.automatic, .iso8601, .commonLog] {
            var reader = TimeReader()
            for text in texts {
                #expect((try? reader.instant(notation, Array(text.utf8))) == TimeReader.read(notation, text))
            }
        }
    }

    @Test("A time more than a day after the latest is refused as one of the future")
    func future() throws {
        let options = LineOptions(latest: 1_772_323_203_000)
        for text in ["2026-03-02T00:00:03Z", "1772409603", "02/Mar/2026:00:00:03", "Mon Mar  2 00:00:03 2026"] {
            #expect(TimeReader.read(.automatic, text, options) == 1_772_409_603_000)
        }
        for text in [
            "2026-03-02T00:00:03.001Z", "1772409603.001", "02/Mar/2026:00:00:03.001", "Mar  2 2026 00:00:03.001",
        ] {
            var reader = TimeReader()
            #expect(throws: LineFailure(.future, at: 2)) {
                try reader.instant(.automatic, Array(text.utf8), options)
            }
        }
        var reader = TimeReader()
        #expect(throws: LineFailure(.future, at: 2)) {
            try reader.instant(.iso8601, Array("2026-03-02T00:00:04Z".utf8), options)
        }
    }

    @Test("The offset that the last time was written with is known, and none before")
    func lastOffset() throws {
        var reader = TimeReader()
        #expect(reader.lastOffset == nil)
        for text in ["2026-03-01T00:00:03", "1772323203"] {
            _ = try reader.instant(.automatic, Array(text.utf8))
            #expect(reader.lastOffset == nil)
        }
        for (text, offset) in [
            ("2026-03-01T00:00:03+09:00", 32_400), ("01/Mar/2026:00:00:03 -0330", -12_600), ("1772323203", -12_600),
            ("Sun, 06 Nov 1994 08:49:37 GMT", 0),
        ] {
            _ = try reader.instant(.automatic, Array(text.utf8))
            #expect(reader.lastOffset == offset)
        }
        _ = try reader.instant(.iso8601, Array("2026-03-01T00:00:03-01:00".utf8))
        #expect(reader.lastOffset == -3600)
        var parser = LineParser("common")
        _ = parser.parseLine("h - - [01/Mar/2026:00:00:03] \"-\" 200 1")
        #expect(parser.lastOffset == nil)
        _ = parser.parseLine("h - - [01/Mar/2026:00:00:03 +0900] \"-\" 200 1")
        #expect(parser.lastOffset == 32_400)
    }
}
