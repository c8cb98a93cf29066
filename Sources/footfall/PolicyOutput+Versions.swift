import Events
import Pipeline
import Privacy

extension PolicyOutput {
    /// What rules, as a member of the summaries of jobs.
    static func json(_ ruling: PolicyRuling) -> String {
        let (standing, day): (String, String?) =
            switch ruling.standing {
            case .rules: ("rules", nil)
            case .announced(let day): ("announced", day.description)
            case .unpublished: ("unpublished", nil)
            }
        return JSONText.object([
            ("digest", JSONText.quoted(ruling.digest)), ("since", JSONText.quoted(ruling.since.description)),
            ("file", JSONText.quoted(standing)), ("file_counts_from", day.map(JSONText.quoted) ?? "null"),
        ])
    }

    /// The policy in force.
    static func json(_ history: PolicyHistory) -> String {
        JSONText.object([
            ("digest", JSONText.quoted(history.ruling.digest)), ("ruling", json(history.ruling)),
            ("policy", JSONText.quoted(history.text)),
        ]) + "\n"
    }

    static func versions(_ history: PolicyHistory) -> String {
        guard !history.entries.isEmpty else { return "no version is on record yet; the first job records one\n" }
        let rows = history.entries.map {
            "\($0.effective)   \($0.published)  \($0.digest.prefix(16))  \($0.state.rawValue)\n"
        }
        return "counts from  published   digest            state\n" + rows.joined()
            + (history.ruling.remark.map { "\($0)\n" } ?? "")
    }

    static func versionsJSON(_ history: PolicyHistory) -> String {
        let versions = history.entries.map { entry in
            JSONText.object([
                ("digest", JSONText.quoted(entry.digest)), ("published", JSONText.quoted(entry.published.description)),
                ("effective", JSONText.quoted(entry.effective.description)),
                ("state", JSONText.quoted(entry.state.rawValue)),
            ])
        }
        return JSONText.object([("versions", JSONText.array(versions)), ("ruling", json(history.ruling))]) + "\n"
    }

    static func text(_ publication: PolicyPublication) -> String {
        let items = publication.change?.items ?? []
        return items.map { "\($0.kind.rawValue): \($0.sentence)\n" }.joined() + verdict(publication) + "\n"
            + "digest \(publication.digest)\n"
    }

    private static func verdict(_ publication: PolicyPublication) -> String {
        let day = publication.effective
        guard let change = publication.change else { return "The store's first policy: it counts from \(day)." }
        if change.kind == .nothing, publication.rules { return "Nothing has changed: it has counted since \(day)." }
        let known = publication.isNew ? "" : " It was published before."
        if publication.rules { return "Class \(change.kind.rawValue): it counts from today, \(day)." }
        let notice = publication.notice > 0 ? " (notice: \(publication.notice) days)" : ""
        return
            "Class \(change.kind.rawValue): it counts from \(day)\(notice); version \(publication.ruling.prefix(16)) rules until then.\(known)"
    }

    static func json(_ publication: PolicyPublication) -> String {
        let items = (publication.change?.items ?? []).map {
            JSONText.object([("class", JSONText.quoted($0.kind.rawValue)), ("change", JSONText.quoted($0.sentence))])
        }
        return JSONText.object([
            ("digest", JSONText.quoted(publication.digest)),
            ("effective", JSONText.quoted(publication.effective.description)),
            ("class", publication.change.map { JSONText.quoted($0.kind.rawValue) } ?? "null"),
            ("changes", JSONText.array(items)), ("notice_days", String(publication.notice)),
            ("rules", String(publication.rules)), ("published_before", String(!publication.isNew)),
        ]) + "\n"
    }
}
