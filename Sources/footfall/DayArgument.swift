import ArgumentParser
import Events

/// A day on the command line.
enum DayArgument {
    static func day(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw ValidationError("A day is written as 2026-03-01.") }
        return day
    }
}
