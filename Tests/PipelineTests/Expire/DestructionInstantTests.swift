import Events
import Foundation
import Testing

@testable import Pipeline
@testable import Store

@Suite("The instant of a destruction")
struct DestructionInstantTests {
    @Test(
        "It is 00:00 of the day after the last one in the store's zone, over twenty years and all changes of the clocks",
        arguments: [
            "UTC", "Asia/Seoul", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe",
            "Asia/Kolkata", "Asia/Beirut",
        ])
    func midnight(zone: String) throws {
        let calendar = try #require(StoreCalendar(zone))
        var oracle = Calendar(identifier: .gregorian)
        oracle.timeZone = try #require(TimeZone(identifier: zone))
        // 2010-01-01 to 2029-12-31: the clocks of São Paulo changed at midnight until 2019.
        var last = Int64.min
        for number in Int32(14_610)...21_914 {
            let day = Day(number: number)
            let lastKept = try #require(RetentionTerm.months(3).lastDay(for: day))
            let next = lastKept.advanced(by: 1)
            let instant = calendar.localDay(next).range.lowerBound
            #expect(calendar.day(of: instant - 1) == lastKept)
            #expect(calendar.day(of: instant) == next)
            #expect(instant >= last)
            last = instant
            var inventory = ExpiryInventory()
            inventory.rawDays = [day]
            func steps(at instant: Int64) -> [ExpiryStep] {
                ExpiryPlan(
                    inventory, terms: { _ in .months(3) }, today: calendar.day(of: instant), lastRun: nil
                ).steps
            }
            #expect(steps(at: instant - 1) == [])
            #expect(steps(at: instant) == [.destroy([day])])
            if number.isMultiple(of: 5) || oracle.isDaylightSaving(at: instant) {
                let (year, month, date) = next.civil
                let noon = try #require(
                    oracle.date(from: DateComponents(year: year, month: month, day: date, hour: 12)))
                #expect(Int64(oracle.startOfDay(for: noon).timeIntervalSince1970) == instant, "\(next)")
            }
        }
    }
}

extension Calendar {
    /// Whether the clocks change within a day of an instant.
    fileprivate func isDaylightSaving(at instant: Int64) -> Bool {
        let offsets = [-86_400, 86_400].map {
            timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant + $0)))
        }
        return offsets[0] != offsets[1]
    }
}
