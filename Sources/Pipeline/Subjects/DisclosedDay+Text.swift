import Events
import Privacy

extension DisclosedDay {
    /// What stands in the day's object behind its lines.
    var members: [(String, String)] {
        func text(_ day: Day?) -> String { day.map { JSONText.quoted("\($0)") } ?? "null" }
        return [
            ("count", String(found.lines)), ("rejected_count", String(found.rejects)),
            ("held_count", String(found.held.values.reduce(0, +))), ("restricted", String(restricted)),
            ("restricted_until", text(restrictedUntil)), ("withheld", String(others)), ("until", text(until)),
            ("rejected_until", text(rejectsUntil)),
            (
                "shared_addresses",
                JSONText.array(shared.map { JSONText.quoted(String(decoding: $0.text, as: UTF8.self)) })
            ),
        ]
    }

    var words: String {
        var words = ""
        func kept(_ day: Day?) -> String { day.map { "until \($0)" } ?? "without end" }
        func lines(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }
        if found.lines > 0 { words += "  \(lines(found.lines)), kept sealed \(kept(until))\n" }
        if found.rejects > 0 {
            words += "  \(lines(found.rejects)) that could not be read, kept sealed \(kept(rejectsUntil))\n"
        }
        for (lock, count) in locked.sorted(by: { $0.key < $1.key }) {
            let why = lock.place == .held ? "held" : "erased but for a law that asks to keep them"
            words += "  \(lines(count)) not shown: \(why), restricted, \(kept(lock.until))\n"
        }
        if others > 0 {
            words +=
                "  \(lines(others)) not shown, because \(others == 1 ? "it concerns" : "they concern") other people as well\n"
        }
        for address in shared {
            words += "  Others may have used \(address.shown): lines that bear nothing else are not told\n"
        }
        return words
    }
}

extension DisclosedDay.Lock: Comparable {
    static func < (left: Self, right: Self) -> Bool {
        let places = DisclosedLine.Place.allCases
        let (first, second) = (places.firstIndex(of: left.place) ?? 0, places.firstIndex(of: right.place) ?? 0)
        guard first == second else { return first < second }
        guard let end = left.until else { return false }
        return right.until.map { end < $0 } ?? true
    }
}
