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
        let dimension: Dimension
        let value: String
        let measure: Measure
    }

    private(set) var counts: [Key: Count] = [:]

    /// - Parameter batch: the same events, for their visit numbers.
    init(_ events: [TestEvent], batch: EventBatch) {
        let views = events.indices.filter { events[$0].pageView && !events[$0].robot }
        let visits = Dictionary(grouping: views) { batch.visit[$0] }
            .mapValues { $0.sorted { batch.sequence[$0] < batch.sequence[$1] } }
        for (row, event) in events.enumerated() {
            for (dimension, value) in NaiveTally.values(of: event) {
                add(.hits, 1, event, dimension, value)
                if let bytes = event.bytes, bytes > 0 { add(.bytes, bytes, event, dimension, value) }
                if !event.pageView { add(.otherHits, 1, event, dimension, value) }
                guard event.pageView, let visit = visits[batch.visit[row]] else { continue }
                add(.pageViews, 1, event, dimension, value)
                add(row == visit.first ? .visits : .laterViews, 1, event, dimension, value)
                add(row == visit.last ? .exits : .earlierViews, 1, event, dimension, value)
                guard row == visit.first, let last = visit.last else { continue }
                add(visit.count == 1 ? .bounces : .longerVisits, 1, event, dimension, value)
                let duration = batch.time[last] - batch.time[row]
                if duration > 0 { add(.duration, duration, event, dimension, value) }
            }
        }
    }

    private mutating func add(
        _ measure: Measure, _ amount: Int64, _ event: TestEvent, _ dimension: Dimension, _ value: String
    ) {
        guard dimension.measures.contains(measure) else { return }
        var count = counts[Key(dimension: dimension, value: value, measure: measure)] ?? Count()
        count.sum += amount
        if let visitor = event.visitor {
            count.byVisitor[visitor, default: 0] += amount
            if let network = event.network { count.networks.insert(network) }
        }
        counts[Key(dimension: dimension, value: value, measure: measure)] = count
    }

    private static func values(of event: TestEvent) -> [(Dimension, String)] {
        if event.robot { return [(.robot, event.robotName ?? "(none)")] }
        let hour = Int(event.time / 3600)
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        var values: [(Dimension, String)] = [
            (.total, "all"), (.hour, two(hour)), (.hourBlock, "\(two(hour / 3 * 3))-\(two(hour / 3 * 3 + 2))"),
            (.browser, event.browser ?? "(none)"), (.operatingSystem, event.os ?? "(none)"),
            (.deviceClass, event.device ?? "(none)"), (.status, event.status.map { "\($0)" } ?? "(none)"),
        ]
        if event.pageView {
            values.append((.page, event.path ?? "(none)"))
            values.append(
                (
                    .referrer,
                    event.referrerKind == "internal"
                        ? "(internal)" : event.referrer ?? (event.referrerKind == nil ? "(none)" : "(unnamed)")
                ))
        }
        return values
    }
}
