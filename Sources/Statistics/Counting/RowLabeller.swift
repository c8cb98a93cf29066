import Events

/// Says for each row of a batch which label it has in a dimension: one look into an array per row, one hash per
/// distinct value.
struct RowLabeller {
    let batch: EventBatch
    let rows: VisitorMajorRows
    let day: LocalDay?

    func labels(_ dimension: Dimension, in space: inout LabelSpace) -> RowLabels {
        switch dimension {
        case .all: RowLabels(only: space.number(of: "all"))
        case .hour: hours(HourLabel.hours, of: 1, in: &space)
        case .hourBlock: hours(HourLabel.blocks, of: 3, in: &space)
        case .text(let field): texts(batch[field], in: &space)
        case .status: numbers(batch[.status], in: 100...999, in: &space)
        case .browserMajor: numbers(batch[.browserMajor], in: 0...9999, in: &space)
        case .membership: memberships(in: &space)
        case .fileExtension: extensions(in: &space)
        case .referrer: referrers(in: &space)
        case .campaign: campaigns(in: &space)
        case .nextPath: nextPaths(in: &space)
        case .responseSize: bins(.responseSize, in: &space) { batch[.bytes].value(Int(rows.order[$0])) }
        case .responseTime: bins(.responseTime, in: &space) { batch[.duration].value(Int(rows.order[$0])) }
        case .visitDuration: visitBins(.visitDuration, in: &space) { rows.visits.visitTime[$0] }
        case .visitLength: visitBins(.visitLength, in: &space) { Int64(rows.visits.visitLength[$0]) }
        case .visitCount: visitCounts(in: &space)
        }
    }

    private func hours(_ names: [String], of length: Int, in space: inout LabelSpace) -> RowLabels {
        let numbers = names.map { space.number(of: $0) }
        guard let day else { return RowLabels(only: space.noValue) }
        return RowLabels(rows.order.map { numbers[day.hour(of: batch.time[Int($0)]) / length] })
    }

    func texts(_ column: TextColumn, in space: inout LabelSpace) -> RowLabels {
        guard !column.indices.isEmpty else { return RowLabels(only: space.noValue) }
        let numbers = space.numbers(of: column.dictionary) + [space.noValue]
        let last = numbers.count - 1
        return RowLabels(rows.order.map { numbers[min(Int(column.indices[Int($0)]), last)] })
    }

    /// Numbers of a small range as themselves, everything else as no value.
    private func numbers(
        _ column: NumberColumn, in range: ClosedRange<Int64>, in space: inout LabelSpace
    ) -> RowLabels {
        guard !column.values.isEmpty else { return RowLabels(only: space.noValue) }
        var known = [UInt32](repeating: absentIndex, count: Int(range.upperBound) + 1)
        let noValue = space.noValue
        return RowLabels(
            rows.order.map { row in
                let value = column.values[Int(row)]
                guard range.contains(value) else { return noValue }
                if known[Int(value)] == absentIndex { known[Int(value)] = space.number(of: String(value)) }
                return known[Int(value)]
            })
    }

    private func memberships(in space: inout LabelSpace) -> RowLabels {
        let guest = space.number(of: "guest")
        let member = space.number(of: "member")
        let flags = batch[.member]
        guard !flags.isEmpty else { return RowLabels(only: guest) }
        return RowLabels(rows.order.map { flags[Int($0)] ? member : guest })
    }

    private func bins(
        _ bins: LabelBins, in space: inout LabelSpace, _ value: (Int) -> Int64
    ) -> RowLabels {
        let numbers = bins.labels.map { space.number(of: $0) }
        let noValue = space.noValue
        return RowLabels(
            rows.order.indices.map { place in
                let value = value(place)
                return value < 0 ? noValue : numbers[bins.index(of: value)]
            })
    }

    /// Bins of what is known at the first page view of each visit.
    private func visitBins(
        _ bins: LabelBins, in space: inout LabelSpace, _ value: (Int) -> Int64
    ) -> RowLabels {
        guard !rows.visits.views.isEmpty else { return RowLabels(only: space.noValue) }
        return self.bins(bins, in: &space) { rows.traits[$0].contains(.firstView) ? value($0) : -1 }
    }

    /// At each page view of a visitor, the bin of the number of its visits.
    private func visitCounts(in space: inout LabelSpace) -> RowLabels {
        let names = LabelBins.visitCount.labels.map { space.number(of: $0) }
        var numbers = [UInt32](repeating: space.noValue, count: rows.count)
        var start = 0
        let views = rows.visits.views
        while start < views.count {
            let visitor = rows.visitors[Int(views[start])]
            var end = start
            var visits: Int64 = 0
            while end < views.count, rows.visitors[Int(views[end])] == visitor {
                if rows.traits[Int(views[end])].contains(.firstView) { visits += 1 }
                end += 1
            }
            let name = names[LabelBins.visitCount.index(of: visits)]
            if visitor != absentIndex { for place in views[start..<end] { numbers[Int(place)] = name } }
            start = end
        }
        return RowLabels(numbers)
    }
}
