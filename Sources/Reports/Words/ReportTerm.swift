/// The words that every report defines, because two tools that define "visit" differently get different numbers.
public enum ReportTerm: String, CaseIterable, Sendable {
    case visitor, hit
    case pageView = "page_view"
    case visit, bounce
    case visitDuration = "visit_duration"
    case viewingTime = "viewing_time"
    case entryExit = "entry_exit"
    case duration
    case percentile
    case robot
    case other
    case heavyUse = "heavy_automated_use"
    case atLeast = "at_least"
}
