import Events

@testable import Statistics

/// The definitions of all counts written down once more, row by row and with sets, as a query would say them.
struct NaiveTally {
    struct Count: Equatable {
        var sum: Int64 = 0
        var byVisitor: [Int: Int64] = [:]
        var networks: Set<Int> = []
    }

    struct Key: Hashable {
        let table: String
        let labels: [String]
        let measure: Measure
    }

    /// The values of a quantity in one row of a table, by visitor; those of nobody under nil.
    struct Values {
        var all: [Int64] = []
        var byVisitor: [Int: [Int64]] = [:]
    }

    /// Of `transitions`, every pair of pages.
    private(set) var counts: [Key: Count] = [:]
    private(set) var durations: [Key: Values] = [:]

    /// - Parameter batch: the same events, for their visit numbers.
    init(_ events: [TestEvent], batch: EventBatch) {
        let views = events.indices.filter { events[$0].isView }
        let visits = Dictionary(grouping: views) { batch.visit[$0] }
            .mapValues { $0.sorted { batch.sequence[$0] < batch.sequence[$1] } }
        var visitsOf: [Int: Int] = [:]
        for visit in visits.values {
            if let visitor = events[visit[0]].visitor { visitsOf[visitor, default: 0] += 1 }
        }
        for (row, event) in events.enumerated() {
            let visit = event.isView ? visits[batch.visit[row]] ?? [] : []
            let place = visit.firstIndex(of: row) ?? 0
            let fact = Fact(
                event: event, views: visit.count, place: place,
                visitTime: visit.isEmpty ? 0 : batch.time[visit[visit.count - 1]] - batch.time[visit[0]],
                viewingTime: place + 1 < visit.count ? batch.time[visit[place + 1]] - batch.time[row] : nil,
                next: place + 1 < visit.count ? events[visit[place + 1]].path ?? "(none)" : nil)
            for (table, labels) in fact.cells { add(fact, table, labels) }
        }
        for (visitor, number) in visitsOf {
            let bin = number <= 3 ? "\(number)" : number <= 5 ? "4-5" : number <= 10 ? "6-10" : "11-"
            let key = Key(table: "visits_per_visitor", labels: [bin], measure: .people)
            counts[key, default: Count()].sum += 1
            counts[key]?.byVisitor[visitor] = 1
            for row in views where events[row].visitor == visitor && visits[batch.visit[row]]?.first == row {
                if let network = events[row].network { counts[key]?.networks.insert(network) }
            }
        }
    }

    private mutating func add(_ fact: Fact, _ table: String, _ labels: [String]) {
        for (measure, amount) in fact.amounts(table) where amount > 0 {
            let key = Key(table: table, labels: labels, measure: measure)
            var count = counts[key] ?? Count()
            count.sum += amount
            if let visitor = fact.event.visitor {
                count.byVisitor[visitor, default: 0] += amount
                if let network = fact.event.network { count.networks.insert(network) }
            }
            counts[key] = count
        }
        for (measure, value) in fact.values(table) {
            let key = Key(table: table, labels: labels, measure: measure)
            durations[key, default: Values()].all.append(value)
            if let visitor = fact.event.visitor { durations[key]?.byVisitor[visitor, default: []].append(value) }
        }
    }
}

extension TestEvent {
    var isRequest: Bool { !robot && !isEvent }
    var isView: Bool { pageView && isRequest }
}
