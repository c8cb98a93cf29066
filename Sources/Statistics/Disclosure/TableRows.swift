@_spi(DisclosureControl) import Releases
import Events

/// Writes the rows of a table whose hidden rows are known.
struct TableRows {
    let definition: Definition
    let allVisitors: Int
    let k: Int

    init(_ definition: Definition, allVisitors: Int, k: Int) {
        self.definition = definition
        self.allVisitors = allVisitors
        self.k = k
    }

    func table(_ candidates: [Candidate], hidden: [Bool], epoch: Epoch) -> PublishedTable {
        let leading = definition.measures[0]
        let listed = zip(candidates, hidden).filter { candidate, _ in
            candidate.sum(leading) > 0 || definition.dimension == .hour
        }
        var shown: [Candidate] = listed.filter { !$0.1 }.map(\.0)
        if definition.dimension != .hour {
            shown.sort { left, right in
                let sums = (left.sum(leading), right.sum(leading))
                return sums.0 != sums.1 ? sums.0 > sums.1 : left.label < right.label
            }
        }
        let concealed = listed.filter(\.1).map(\.0)
        var rows: [PublishedTable.Row]
        switch definition.vocabulary {
        case .open, .declared:
            rows = shown.map { row($0) }
            if !concealed.isEmpty { rows.append(other(concealed)) }
        case .closed where definition.dimension == .hour:
            rows = listed.map { $0.1 ? hiddenRow($0.0) : row($0.0) }
        case .closed:
            rows = shown.map { row($0) } + concealed.sorted { $0.label < $1.label }.map { hiddenRow($0) }
        }
        var columns = definition.measures.map(\.column)
        if definition.countsVisitors { columns.append(.init(name: "visitors", unit: .people)) }
        return PublishedTable(
            name: definition.name, epoch: epoch, columns: columns, rows: rows, k: k,
            hidesRows: !concealed.isEmpty)
    }

    private func row(_ candidate: Candidate) -> PublishedTable.Row {
        var values = definition.measures.map { PublishedTable.Value.number(candidate.sum($0)) }
        if definition.countsVisitors { values.append(visitors(candidate)) }
        return .init(label: candidate.label, kind: .value, values: values)
    }

    /// The visitors of a row, unless 1 … k−1 people are not among them: the difference to all would count those.
    private func visitors(_ candidate: Candidate) -> PublishedTable.Value {
        let count = candidate.visitors(definition.measures[0])
        return (1..<k).contains(allVisitors - count) ? .hidden : .number(Int64(count))
    }

    /// The hidden rows as one; its visitors are not told, as they are not a sum.
    private func other(_ candidates: [Candidate]) -> PublishedTable.Row {
        var values = definition.measures.map { measure in
            PublishedTable.Value.number(candidates.reduce(0) { $0.addingSaturated($1.sum(measure)) })
        }
        if definition.countsVisitors { values.append(.hidden) }
        return .init(label: "other", kind: .other, values: values)
    }

    private func hiddenRow(_ candidate: Candidate) -> PublishedTable.Row {
        let count = definition.measures.count + (definition.countsVisitors ? 1 : 0)
        return .init(label: candidate.label, kind: .hidden, values: Array(repeating: .hidden, count: count))
    }
}

extension Measure {
    /// The measure as a column of a table.
    var column: PublishedTable.Column {
        .init(name: self == .exits ? Measure.visits.name : name, unit: self == .bytes ? .bytes : .count)
    }
}
