/// How a field of a line writes a time, or a part of one.
public enum TimeNotation: Hashable, Sendable {
    /// `10/Oct/2000:13:55:36 -0700`, in brackets or not; the zone and a fraction of the second are optional.
    case commonLog
    /// RFC 3339 and ISO 8601: `2026-03-01T00:00:03.25+09:00`, with a space instead of the `T`, without seconds or a zone,
    /// and the basic form `20260301T000003Z`. Instead of an offset a name that ``ZoneName`` knows may stand.
    case iso8601
    /// A number since 1970-01-01T00:00:00Z: an integer, a decimal fraction, or with an exponent as JSON permits.
    case epoch(EpochUnit)
    /// Whichever of the others the text looks like, and those of RFC 9110 (`Sun, 06 Nov 1994 08:49:37 GMT`), of `asctime`
    /// (`Sun Nov  6 08:49:37 1994`) and `2026/03/01 00:00:03`. Of a number the unit is told by its size.
    case automatic
    /// The date alone, `2026-03-01`.
    case date
    /// The time of day alone, `00:00:03`; a fraction of the second is optional.
    case timeOfDay
    /// RFC 3164, `Jan  3 03:14:18`; after the day a year may stand, after the seconds a fraction, after both a zone, and
    /// in front the `*` or `.` that tells of a clock that is not set.
    case syslog
    /// What a `strftime` text writes.
    case pattern(TimePattern)
}
