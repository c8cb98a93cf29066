import Releases

@testable import Statistics

/// Recounts, from the events themselves, the people behind every number that is told and every one that a reader can
/// compute from two that are.
///
/// It knows the tables by name and what sums to what, and nothing of how disclosure control decides.
struct Exposure {
    private let naive: NaiveTally
    private let tables: [PublishedTable]
    private let threshold: Threshold
    /// Everything that stands on 1 … k−1 people, on too few networks, or mostly on one person.
    private(set) var faults: [String] = []

    init(_ tables: [PublishedTable], _ naive: NaiveTally, _ threshold: Threshold) {
        self.naive = naive
        self.tables = tables
        self.threshold = threshold
        for table in tables where !["robots", "monitors", "downloads", "transitions"].contains(table.name) {
            judgeRows(table)
            judgeVisitors(table)
        }
        judgeTotals()
        for sum in Exposure.sums { judgeRemainder(sum) }
        for (table, whole) in Exposure.nested { judgeGroups(table, in: whole) }
        judgeSteps()
        judgeSuccesses()
    }

    /// A table of which a column sums to something that is told.
    private struct Sum {
        let table: String
        let column: String
        let measure: Measure
        let total: String
        /// What is left of the hidden rows by a column that contains this one.
        var differences: [Measure] = []
    }

    private static let sums: [Sum] =
        ["hours", "memberships", "hosts", "browsers", "countries"].map {
            Sum(table: $0, column: "hits", measure: .hits, total: "hits")
        }
        + [
            "methods", "protocols", "tls_versions", "mime_types", "cache_statuses", "status_codes", "response_sizes",
            "operating_systems", "device_classes", "terminals", "languages",
        ].map { Sum(table: $0, column: "hits", measure: .hits, total: "hits") }
        + ["hours", "memberships", "hosts", "countries"].map {
            Sum(
                table: $0, column: "page_views", measure: .pageViews, total: "page_views",
                differences: [.otherHits])
        }
        + [
            Sum(table: "pages", column: "page_views", measure: .pageViews, total: "page_views"),
            Sum(table: "referrer_kinds", column: "page_views", measure: .pageViews, total: "page_views"),
            Sum(
                table: "referrer_kinds", column: "visits", measure: .visits, total: "visits",
                differences: [.laterViews]),
            Sum(table: "memberships", column: "visits", measure: .visits, total: "visits", differences: [.laterViews]),
            Sum(table: "browsers", column: "visits", measure: .visits, total: "visits", differences: [.furtherHits]),
            Sum(table: "entry_pages", column: "visits", measure: .visits, total: "visits", differences: [.laterViews]),
            Sum(table: "exit_pages", column: "visits", measure: .exits, total: "visits", differences: [.earlierViews]),
            Sum(table: "visit_durations", column: "visits", measure: .visits, total: "visits"),
            Sum(table: "visit_lengths", column: "visits", measure: .visits, total: "visits"),
            Sum(table: "hours", column: "bytes", measure: .bytes, total: "bytes"),
            Sum(table: "hosts", column: "bytes", measure: .bytes, total: "bytes"),
            Sum(table: "status_codes", column: "bytes", measure: .bytes, total: "bytes"),
        ]
        + ["app_events", "app_versions", "platforms", "app_statuses"].map {
            Sum(table: $0, column: "events", measure: .events, total: "events")
        }

    private static let nested = [
        ("browser_versions", "browsers"), ("regions", "countries"), ("referrers", "referrer_kinds"),
        ("static_files", "file_types"), ("not_found_referrers", "not_found_pages"),
        ("app_event_versions", "app_events"), ("app_event_platforms", "app_events"),
    ]
}

extension Exposure {
    /// Every number of every row, and what is left of it by another one of the row.
    private mutating func judgeRows(_ table: PublishedTable) {
        guard let definition = Definition.standard.first(where: { $0.name == table.name }) else { return }
        for row in table.rows where row.kind == .value {
            let heavy = heaviest(table, row)
            for (column, value) in zip(definition.columns, row.values) {
                let place = "\(table.name) \(row.labels) \(column.name)"
                switch (column.content, value) {
                case (.sum(let measure), .number(let number)):
                    let count = people(table.name, [row.labels], measure).without(heavy)
                    if count.sum != number { faults.append("\(place) is \(number), not \(count.sum)") }
                    judge(count, place)
                case (.sum(let measure), .atLeast(let number)):
                    let count = people(table.name, [row.labels], measure)
                    if number > count.sum { faults.append("\(place) is at least \(number), but \(count.sum)") }
                    judge(count, place, isExact: false)
                case (.ratio(let numerator, let denominator), .ratio):
                    judge(people(table.name, [row.labels], numerator).without(heavy), place)
                    judge(people(table.name, [row.labels], denominator).without(heavy), place)
                case (.visitors, .number(let number)):
                    let count = people(table.name, [row.labels], definition.leading).without(heavy)
                    if Int64(count.byVisitor.count) != number { faults.append("\(place) is \(number)") }
                    judge(count, place, isExact: false)
                default: break
                }
            }
            for (part, whole, difference) in Exposure.parts {
                guard number(table, row, part) != nil, number(table, row, whole) != nil else { continue }
                judge(
                    people(table.name, [row.labels], difference).without(heavy),
                    "\(table.name) \(row.labels) \(difference)")
            }
        }
        for group in Set(table.rows.map(\.group)) { judgeHeavyUse(table, definition, group) }
    }

    /// What single visitors made of rows, together, is a number like any other.
    private mutating func judgeHeavyUse(_ table: PublishedTable, _ definition: Definition, _ group: String?) {
        for (column, place) in zip(definition.columns, definition.columns.indices) {
            guard case .sum(let measure) = column.content else { continue }
            guard let row = table.rows.first(where: { $0.kind == .heavy && $0.group == group }),
                case .number(let number) = row.values[place]
            else { continue }
            var moved = moved(table, measure) { $0.group == group }
            // Something may have been moved out of rows that are hidden, too.
            let parts = hiddenParts(table, measure, group)
            let choice = (0..<1 << min(12, parts.count)).first { choice in
                number == parts.indices.reduce(moved.sum) { $0 + (choice >> $1 & 1 == 1 ? parts[$1].sum : 0) }
            }
            guard let choice else {
                faults.append("\(table.name) \(column.name): heavy use is not \(moved.sum)")
                continue
            }
            for place in parts.indices where choice >> place & 1 == 1 { moved.add(parts[place]) }
            judge(moved, "\(table.name) \(column.name) of heavy use")
        }
    }

    /// What single visitors made of rows of a group that they make most of and of which the measure is not told.
    private func hiddenParts(_ table: PublishedTable, _ measure: Measure, _ group: String?) -> [NaiveTally.Count] {
        guard let definition = Definition.standard.first(where: { $0.name == table.name }) else { return [] }
        let told = Set(
            table.rows.filter { $0.kind == .value && number(table, $0, table.column(of: measure)) != nil }.map(\.labels)
        )
        return naive.counts.compactMap { key, count in
            guard key.table == table.name, key.measure == definition.leading, !told.contains(key.labels),
                group == nil || key.labels[0] == group, count.byVisitor.count > threshold.visitors,
                let heaviest = count.byVisitor.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
                heaviest.value * 5 > count.sum * 4
            else { return nil }
            return people(table.name, [key.labels], measure).only(heaviest.key)
        }
    }

    /// The parts that were moved out of rows of which the measure is told.
    private func moved(
        _ table: PublishedTable, _ measure: Measure, where isMeant: (PublishedTable.Row) -> Bool = { _ in true }
    ) -> NaiveTally.Count {
        var sum = NaiveTally.Count()
        for row in table.rows where row.kind == .value && isMeant(row) {
            guard let heavy = heaviest(table, row), number(table, row, table.column(of: measure)) != nil else {
                continue
            }
            sum.add(people(table.name, [row.labels], measure).only(heavy))
        }
        return sum
    }

    /// Who is not in a row that tells of everybody else; nil if the row tells of all.
    private func heaviest(_ table: PublishedTable, _ row: PublishedTable.Row) -> Int? {
        guard table.rows.contains(where: { $0.kind == .heavy && $0.group == row.group }),
            case .number(let number) = row.values[table.columns[0].unit == .people ? 1 : 0],
            let measure = Definition.standard.first(where: { $0.name == table.name })?.leading
        else { return nil }
        let count = people(table.name, [row.labels], measure)
        return number == count.sum ? nil : count.byVisitor.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }

    /// Columns of one row that contain each other.
    private static let parts: [(String, String, Measure)] = [
        ("page_views", "hits", .otherHits), ("visits", "page_views", .laterViews), ("visits", "hits", .furtherHits),
    ]

    private mutating func judgeTotals() {
        guard let totals = table("totals"), let row = totals.rows.first else { return }
        if case .ratio = row.values[totals.column("bounce_rate") ?? 0] {
            judge(people("totals", [["all"]], .longerVisits), "visits of more than one page view")
        }
        for name in ["entry_pages", "exit_pages"] {
            for row in rows(name) where row.kind == .value {
                guard let part = table(name).flatMap({ number($0, row, "visits") }),
                    table("pages").flatMap({ pages in pages.rows.first { $0.labels == row.labels } })
                        .flatMap({ number(table("pages"), $0, "page_views") }) != nil
                else { continue }
                if let pages = table("pages"), let page = self.row("pages", row.labels), heaviest(pages, page) != nil {
                    faults.append("\(name) tells of \(row.labels), out of which something was moved")
                }
                let difference: Measure = name == "entry_pages" ? .laterViews : .earlierViews
                judge(people(name, [row.labels], difference), "\(name) \(row.labels) of pages, \(part)")
                if name == "exit_pages",
                    number(self.table("entry_pages"), self.row("entry_pages", row.labels), "bounces") != nil
                {
                    judge(people(name, [row.labels], .longerExits), "exits less bounces of \(row.labels)")
                }
            }
        }
    }

    /// What is missing to a total.
    private mutating func judgeRemainder(_ sum: Sum) {
        guard let totals = table("totals"), let total = totals.rows.first, let table = table(sum.table),
            number(totals, total, sum.total) != nil
        else { return }
        let told = table.rows.filter { $0.kind == .value && number(table, $0, sum.column) != nil }.map(\.labels)
        // What was moved out of rows is missing, too, where it is not told together.
        let heavy = table.rows.first { $0.kind == .heavy }
        let isHeavyUseMissing = heavy == nil || number(table, heavy, sum.column) == nil
        for measure in [sum.measure] + sum.differences {
            var rest = missing(sum.table, measure, told)
            if isHeavyUseMissing { rest.add(moved(table, measure)) }
            judge(rest, "what is missing of \(sum.table) \(measure)")
        }
    }

    /// What is missing to the rows of a containing table.
    private mutating func judgeGroups(_ name: String, in wholeName: String) {
        guard let table = table(name), let whole = self.table(wholeName) else { return }
        let labels = Set(table.rows.compactMap(\.group))
        for row in whole.rows where row.kind == .value {
            if heaviest(whole, row) != nil, labels.contains(row.label) {
                faults.append("\(name) tells of \(row.label), out of which something was moved")
            }
            // How much that row was is told nowhere.
            guard heaviest(whole, row) == nil else { continue }
            for column in table.columns where [.count, .bytes].contains(column.unit) {
                let told = table.rows.filter {
                    $0.group == row.label && $0.kind == .value && number(table, $0, column.name) != nil
                }
                guard number(whole, row, column.name) != nil, let measure = Measure(rawValue: column.name) else {
                    continue
                }
                var rest = missing(name, measure, told.map(\.labels)) { $0[0] == row.label }
                let heavy = table.rows.first { $0.kind == .heavy && $0.group == row.label }
                if heavy == nil || number(table, heavy, column.name) == nil {
                    rest.add(moved(table, measure) { $0.group == row.label })
                }
                judge(rest, "what is missing of \(name) \(row.label) \(column.name)")
            }
        }
        for group in labels where !whole.rows.contains(where: { $0.label == group && $0.kind == .value }) {
            faults.append("\(name) tells of \(group), which \(wholeName) does not")
        }
    }

    /// What is missing of the steps to and from a page.
    private mutating func judgeSteps() {
        guard let steps = table("transitions"), let pages = table("pages") else { return }
        for row in steps.rows { judge(people("transitions", [row.labels], .earlierViews), "step \(row.labels)") }
        for page in pages.rows where page.kind == .value && number(pages, page, "page_views") != nil {
            for (end, table, measure) in [(0, "exit_pages", Measure.exits), (1, "entry_pages", .visits)] {
                let told = Set(steps.rows.map(\.labels).filter { $0[end] == page.label })
                // Without any step, what is left is what the pages' own tables leave, which is judged there.
                guard !told.isEmpty else { continue }
                if heaviest(pages, page) != nil { faults.append("steps tell of \(page.label)") }
                var rest = missing("transitions", .earlierViews, Array(told)) { $0[end] == page.label }
                if number(self.table(table), row(table, page.labels), "visits") == nil {
                    rest.add(people(table, [page.labels], measure))
                }
                judge(rest, "steps \(["from", "to"][end]) \(page.label)")
            }
        }
    }

    /// Successful hits less page views, where all statuses of success are told.
    private mutating func judgeSuccesses() {
        guard let statuses = table("status_codes"), let totals = table("totals"), let total = totals.rows.first,
            number(totals, total, "page_views") != nil
        else { return }
        let successes = statuses.rows.filter { $0.label.hasPrefix("2") || $0.label == "304" }
        guard successes.allSatisfy({ $0.kind == .value && number(statuses, $0, "hits") != nil }) else { return }
        var rest = people("totals", [["all"]], .otherSuccesses)
        let files = people("file_types", nil, .hits)
        rest.add(files)
        judge(rest, "successful hits that are no page views")
        if let types = table("file_types"), case .number = types.total {
            judge(people("totals", [["all"]], .otherSuccesses), "successful hits that are nothing of the kind")
        }
    }

    /// Those who are not among the visitors of a row.
    private mutating func judgeVisitors(_ table: PublishedTable) {
        guard table.columns.contains(where: { $0.name == "visitors" }), table.name != "visits_per_visitor",
            let total = tables.first?.rows.first, let all = number(tables.first, total, "visitors")
        else { return }
        let isOfEvents = table.columns.contains { $0.name == "events" }
        for row in table.rows {
            guard !isOfEvents, let visitors = number(table, row, "visitors") else { continue }
            if (1..<Int64(threshold.visitors)).contains(all - visitors) {
                faults.append("\(all - visitors) are not visitors of \(table.name) \(row.labels)")
            }
        }
    }
}

extension Exposure {
    private mutating func judge(_ count: NaiveTally.Count, _ what: String, isExact: Bool = true) {
        guard count.sum > 0 else { return }
        let visitors = count.byVisitor.count
        if visitors < threshold.visitors || count.networks.count < threshold.networks {
            faults.append("\(what): \(visitors) visitors of \(count.networks.count) networks")
        } else if isExact, let largest = count.byVisitor.values.max(), (count.sum - largest) * 5 < count.sum {
            faults.append("\(what): \(largest) of \(count.sum) are one visitor's")
        }
    }

    private func table(_ name: String) -> PublishedTable? { tables.first { $0.name == name } }

    private func rows(_ name: String) -> [PublishedTable.Row] { table(name)?.rows ?? [] }

    private func row(_ name: String, _ labels: [String]) -> PublishedTable.Row? {
        rows(name).first { $0.labels == labels && $0.kind == .value }
    }

    private func number(_ table: PublishedTable?, _ row: PublishedTable.Row?, _ column: String) -> Int64? {
        guard let table, let row, let place = table.column(column), case .number(let number) = row.values[place] else {
            return nil
        }
        return number
    }

    /// The people behind a measure of some rows, or of all if `labels` is nil.
    private func people(_ table: String, _ labels: [[String]]?, _ measure: Measure) -> NaiveTally.Count {
        let isBlock = table == "hours" && labels?.contains { $0[0].contains("-") } ?? false
        var sum = NaiveTally.Count()
        for (key, count) in naive.counts where key.measure == measure {
            guard key.table == (isBlock ? "hour_blocks" : table), labels?.contains(key.labels) ?? true else { continue }
            sum.add(count)
        }
        return sum
    }

    /// The people behind a measure of all rows but those that are told.
    private func missing(
        _ table: String, _ measure: Measure, _ told: [[String]], where isMeant: ([String]) -> Bool = { _ in true }
    ) -> NaiveTally.Count {
        let covered = table == "hours" ? Exposure.hours(in: told.map { $0[0] }) : Set(told)
        var sum = NaiveTally.Count()
        for (key, count) in naive.counts
        where key.table == table && key.measure == measure && !covered.contains(key.labels) && isMeant(key.labels) {
            sum.add(count)
        }
        return sum
    }

    /// The single hours that rows, blocks among them, cover.
    private static func hours(in labels: [String]) -> Set<[String]> {
        var hours: Set<[String]> = []
        for label in labels {
            let ends = label.split(separator: "-").compactMap { Int($0) }
            guard let first = ends.first, let last = ends.last else { continue }
            for hour in first...last { hours.insert([hour < 10 ? "0\(hour)" : "\(hour)"]) }
        }
        return hours
    }
}

extension PublishedTable {
    /// The name of the column that a measure is told in; the measure's own if there is none.
    fileprivate func column(of measure: Measure) -> String {
        let definition = Definition.standard.first { $0.name == name }
        return definition?.columns.first { $0.content == .sum(measure) }?.name ?? measure.name
    }
}

extension NaiveTally.Count {
    /// Without what a visitor added.
    fileprivate func without(_ visitor: Int?) -> Self {
        guard let visitor, let part = byVisitor[visitor] else { return self }
        var rest = self
        rest.sum -= part
        rest.byVisitor[visitor] = nil
        return rest
    }

    fileprivate func only(_ visitor: Int) -> Self {
        guard let part = byVisitor[visitor] else { return Self() }
        return Self(sum: part, byVisitor: [visitor: part], networks: networks)
    }

    fileprivate mutating func add(_ other: Self) {
        sum += other.sum
        byVisitor.merge(other.byVisitor, uniquingKeysWith: +)
        networks.formUnion(other.networks)
    }
}
