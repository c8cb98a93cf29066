/// How a field of a line writes a time, or a part of one.
public enum TimeNotation: Hashable, Sendable {
    /// `10/Oct/2000:13:55:36 -0700`, in brackets or not; the zone and a fraction of the second are optional.
    case commonLog
    /// RFC 3339 and ISO 8601, `2026-03-01T00:00:03.25+09:00` and in the basic form `20260301T000003Z`.
    ///
    /// A space may stand for the `T`; seconds, fraction and zone are optional, and the zone may be an abbreviation as
    /// in a ``TimePattern``.
    case iso8601
    /// A number since 1970-01-01T00:00:00Z, an integer, with decimal places or with an exponent, as JSON permits.
    case epoch(EpochUnit)
    /// Whichever of the whole times the text looks like.
    ///
    /// Besides those of the other notations these are `2026/03/01 00:00:03` and the dates of RFC 9110, section 5.6.7,
    /// such as `Sun, 06 Nov 1994 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`. The unit of a number is told by its
    /// size.
    case automatic
    /// The date alone, `2026-03-01`.
    case date
    /// The time of day alone, `00:00:03`; a fraction of the second is optional.
    case timeOfDay
    /// The time of RFC 3164, `Jan  3 03:14:18`, of the year that brings it nearest to the present.
    ///
    /// A year may follow the day, and a fraction and a zone the seconds; in front may stand the `*` or `.` with which
    /// routers tell of a clock that is not set.
    case syslog
    /// What a `strftime` text writes.
    case pattern(TimePattern)
}
