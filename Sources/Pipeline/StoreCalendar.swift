public import Events
import Foundation
import Intake

/// The days of the store's time zone.
public struct StoreCalendar: Sendable {
    /// An IANA name, or an offset such as `+09:00`.
    public let name: String
    private let zone: TimeZone

    /// - Returns: nil if there is no such zone.
    public init?(_ name: String) {
        guard let zone = StoreCalendar.zone(name) else { return nil }
        self.name = name
        self.zone = zone
    }

    /// The machine's zone; nil if it is UTC, which on servers mostly means that nobody has set one.
    static var machine: StoreCalendar? {
        let zone = TimeZone.current
        guard
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: 0)) != 0
                || zone.nextDaylightSavingTimeTransition != nil
        else { return nil }
        return StoreCalendar(zone.identifier)
    }

    /// The zone of a fixed offset from UTC in seconds.
    static func offset(_ seconds: Int) -> StoreCalendar? {
        if seconds == 0 { return .utc }
        let minutes = abs(seconds) / 60
        func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return StoreCalendar("\(seconds < 0 ? "-" : "+")\(padded(minutes / 60)):\(padded(minutes % 60))")
    }

    static let utc = StoreCalendar(name: "UTC", zone: .gmt)

    private init(name: String, zone: TimeZone) {
        self.name = name
        self.zone = zone
    }

    /// An instant (UTC seconds) as `2026-03-01 14:05` in this zone.
    func text(of instant: Int64) -> String {
        let local = instant + offset(at: instant)
        let minutes = (local % 86_400 + 86_400) % 86_400 / 60
        func padded(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(day(of: instant)) \(padded(minutes / 60)):\(padded(minutes % 60))"
    }

    /// The day that holds an instant (UTC seconds).
    public func day(of instant: Int64) -> Day {
        let local = instant + offset(at: instant)
        return Day(number: Int32(clamping: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
    }

    /// Where a day lies on the UTC time line.
    public func localDay(_ day: Day) -> LocalDay {
        let start = self.start(of: day)
        let end = self.start(of: day.advanced(by: 1))
        var segments = [LocalDay.Segment(start: start, offset: offset(at: start))]
        var date = Date(timeIntervalSince1970: TimeInterval(start))
        while let change = zone.nextDaylightSavingTimeTransition(after: date),
            change.timeIntervalSince1970 < TimeInterval(end)
        {
            let instant = Int64(change.timeIntervalSince1970)
            if instant > start { segments.append(LocalDay.Segment(start: instant, offset: offset(at: instant))) }
            date = change
        }
        return LocalDay(day: day, range: start..<max(end, start + 1), segments: segments)
    }

    /// How far the zone's local times are from UTC, for times that are written without a zone.
    ///
    /// Changes of the clocks from 1990 until 2100 are in it. It is made anew at each call, in milliseconds.
    var zoneOffsets: ZoneOffsets {
        let years: Range<Int64> = 631_152_000..<4_102_444_800
        var segments = [LocalDay.Segment(start: years.lowerBound, offset: offset(at: years.lowerBound))]
        var date = Date(timeIntervalSince1970: TimeInterval(years.lowerBound))
        while let change = zone.nextDaylightSavingTimeTransition(after: date), change > date {
            let instant = Int64(change.timeIntervalSince1970)
            guard instant < years.upperBound else { break }
            let offset = offset(at: instant)
            if offset != segments[segments.count - 1].offset {
                segments.append(LocalDay.Segment(start: instant, offset: offset))
            }
            date = change
        }
        return ZoneOffsets(segments)
    }

    /// The first instant whose local date is `day`.
    private func start(of day: Day) -> Int64 {
        let midnight = Int64(day.number) * 86_400
        // The offset in force at local midnight; two guesses settle it but where the clocks change at midnight itself.
        var guess = midnight - offset(at: midnight)
        guess = midnight - offset(at: guess)
        while self.day(of: guess) < day { guess += 900 }
        while self.day(of: guess - 1) >= day { guess -= 900 }
        return guess
    }

    private func offset(at instant: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant))))
    }

    private static func zone(_ name: String) -> TimeZone? {
        guard let sign = name.first, sign == "+" || sign == "-" else { return TimeZone(identifier: name) }
        let parts = name.dropFirst().split(separator: ":")
        guard parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]), minutes < 60 else { return nil }
        return TimeZone(secondsFromGMT: (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60))
    }
}
