import Events
import Releases
public import Reports
import Store

extension Reporting {
    /// The hours of the present day that were released.
    public func today() throws -> Report {
        let calendar = try environment.calendar(of: store, logOffset: nil)
        let now = environment.now() / 1000
        let day = calendar.day(of: now)
        let released = try ReleasedHours(of: Epoch(day: day), in: store).joined
        return Report(
            released.map { [$0] } ?? [], asOf: calendar.text(of: now), span: .hours(of: ReleasedDate(day)))
    }
}
