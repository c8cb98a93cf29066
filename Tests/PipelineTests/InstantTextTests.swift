import Testing

@testable import Pipeline

@Suite("Instants in words")
struct InstantTextTests {
    @Test(
        "Dates and date-times are read",
        arguments: [
            ("1970-01-01", 0), ("2026-03-01", 1_772_323_200_000), ("2026-03-01T04:00", 1_772_337_600_000),
            ("2026-03-01T04:00:30", 1_772_337_630_000), ("2026-03-01T04:00Z", 1_772_337_600_000),
            ("2026-03-01T04:00:30Z", 1_772_337_630_000), ("2026-03-01T04:00+09:00", 1_772_305_200_000),
            ("2026-03-01T04:00:30-03:30", 1_772_350_230_000), ("1969-12-31T23:59:59Z", -1000),
            ("2026-03-01T23:59:59", 1_772_409_599_000),
        ] as [(String, Int64)])
    func read(_ text: String, _ milliseconds: Int64) {
        #expect(InstantText.milliseconds(text) == milliseconds)
    }

    @Test(
        "Everything else is refused",
        arguments: [
            "", "now", "2026", "2026-3-1", "2026-02-30", "2026-03-01 04:00", "2026-03-01T", "2026-03-01T4:00",
            "2026-03-01T04",
            "2026-03-01T24:00", "2026-03-01T04:60", "2026-03-01T04:00:60", "2026-03-01T04:00:00.5",
            "2026-03-01T04:00+9",
            "2026-03-01T04:00+09:00:00", "2026-03-01Z", "2026-03-01T04:00z", "2026-03-01T٠٤:00", "2026-03-01T04:00Z ",
            "2026-03-01T04:00+",
            "2026-03-01T+04:00",
        ])
    func refuse(_ text: String) {
        #expect(InstantText.milliseconds(text) == nil)
    }

    @Test(
        "Instants are written in UTC with milliseconds",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (1_772_337_630_007, "2026-03-01T04:00:30.007Z"),
        ] as [(Int64, String)])
    func write(_ milliseconds: Int64, _ text: String) {
        #expect(UTCTime.text(milliseconds: milliseconds) == text)
    }
}
