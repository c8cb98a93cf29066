import Events
import Intake
import Privacy

/// What a request says, as an officer writes it down: <doc:Requests>.
///
///     account: kim                  an identifier: user, email, cookie, device, mac or address
///     representative: Lee           who acts for the person
///     set gender: f                 a field of the record, and its right value (``correctable``)
///     authority: police             who orders lines to be handed over
///     reference: 3 Js 1/26
///     date: 2026-03-06
///     from: 2026-03-01
///     to: 2026-03-05
///     filter: client=203.0.113.9
///
/// It is in clear, so it lives in memory or sealed.
struct RequestLetter: Sendable {
    /// A field of the record that is to be put right.
    struct Correction: Hashable, Sendable {
        let field: RawBatch.Text
        let value: [UInt8]
    }

    /// What an authority orders.
    struct Order: Hashable, Sendable {
        let authority: String
        let reference: String
        /// The day that stands on the order itself; nil if an earlier version did not ask for it.
        let date: Day?
        let days: ClosedRange<Day>
        /// Which lines, in the terms of a filter; empty for all.
        let filter: String

        /// Whether it is about all lines of its days.
        var isOfAllLines: Bool { filter.allSatisfy(\.isWhitespace) }
    }

    /// The fields of a record that can be put right, by name; none of them tells who somebody is.
    static let correctable: [(name: String, field: RawBatch.Text)] = [
        ("age", .age), ("gender", .gender), ("postal", .postalCode), ("occupation", .occupation),
        ("language", .language), ("terminal", .terminal), ("platform", .platform), ("app_version", .appVersion),
        ("app_status", .appStatus),
    ]

    /// As it was given, which is what is sealed.
    let text: [UInt8]
    /// Empty where an authority asks.
    let identifiers: [SubjectIdentifier]
    let representative: String?
    let corrections: [Correction]
    let order: Order?

    /// Whether a line can be the subject's by itself; an authority's order names no subject.
    var hasStrong: Bool { order != nil || identifiers.contains(where: \.isStrong) }
}
