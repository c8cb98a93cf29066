import Events
import Privacy

/// With what a disclosure begins: who was looked for, and by whose rules.
struct DisclosureHead {
    let site: String
    /// UTC milliseconds.
    let made: Int64
    let calendar: StoreCalendar
    /// The number of the request; nil if there is none.
    let request: Int?
    let subject: Subject
    /// The days that were looked at; nil for all.
    let range: ClosedRange<Day>?

    var members: [(String, String)] {
        [
            ("version", String(DisclosureFiles.version)), ("site", JSONText.quoted(site)),
            ("made", JSONText.quoted(UTCTime.text(milliseconds: made))), ("time_zone", JSONText.quoted(calendar.name)),
            ("request", request.map { String($0) } ?? "null"),
            ("from", range.map { JSONText.quoted("\($0.lowerBound)") } ?? "null"),
            ("to", range.map { JSONText.quoted("\($0.upperBound)") } ?? "null"),
            ("identifiers", JSONText.array(subject.identifiers.map(\.json))),
            ("addresses_used_alone", subject.usesAddressesAlone ? "true" : "false"),
        ]
    }

    var words: String {
        let days = range.map { ", from \($0.lowerBound) to \($0.upperBound)" } ?? ""
        let number = request.map { " (request \($0))" } ?? ""
        var words = "What \(SafeLine.text(site)) stores about you\(number)\n\n"
        words += "Made \(calendar.text(of: made / 1000)), time zone \(calendar.name)\(days).\n"
        words += "It was looked for\n"
        for identifier in subject.identifiers { words += "  \(identifier.kind.rawValue) \(identifier.shown)\n" }
        words += "Words in the addresses of pages were not looked for.\n"
        return words
    }
}

extension SubjectIdentifier {
    /// As its owner reads it.
    var shown: String { SafeLine.text(String(decoding: text, as: UTF8.self)) }

    fileprivate var json: String {
        JSONText.object([
            ("kind", JSONText.quoted(kind.rawValue)), ("text", JSONText.quoted(String(decoding: text, as: UTF8.self))),
        ])
    }
}
