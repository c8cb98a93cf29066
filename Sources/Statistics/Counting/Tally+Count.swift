public import Events

extension Tally {
    /// Counts a batch in all tables.
    ///
    /// - Parameters:
    ///   - batch: all rows of its visitors, of this epoch, closed: with visit numbers and sequences.
    ///   - day: where the epoch's day lies, for the local hour.
    public mutating func count(_ batch: EventBatch, day: LocalDay) {
        precondition(details == nil, "the first pass is over")
        let rows = take(batch)
        let labeller = RowLabeller(batch: batch, rows: rows, day: day)
        countPeople(rows, batch)
        var labels: [Dimension: RowLabels] = [:]
        for scope in Scope.allCases {
            let places = groups.indices.filter { groups[$0].scope == scope }
            guard !places.isEmpty else { continue }
            var addends: [Addend] = [.zero]
            for measure in places.flatMap({ groups[$0].measures }) {
                let (plus, minus) = measure.addends(in: scope)
                for addend in [plus, minus] where !addends.contains(addend) { addends.append(addend) }
            }
            let scoped = ScopeRows(scope, of: rows, batch: batch, addends: addends)
            guard scoped.count > 0 else { continue }
            for place in places {
                let own = groups[place].dimensions.map { dimension in
                    let known = labels[dimension] ?? self.labels(dimension, labeller)
                    labels[dimension] = known
                    return known
                }
                if scope == .visitors {
                    groups[place].countVisitors(scoped, labels: own[0])
                } else {
                    let last = groups[place].dimensions[own.count - 1]
                    groups[place].count(scoped, labels: own, noValue: space(of: last).noValue)
                }
            }
        }
        if let paths = labels[.text(.path)] { filterSteps(rows, paths) }
    }

    private mutating func countPeople(_ rows: VisitorMajorRows, _ batch: EventBatch) {
        networkOfVisitor.append(
            contentsOf: repeatElement(absentIndex, count: Int(visitorCount) - networkOfVisitor.count))
        var latest = absentIndex
        for place in 0..<rows.count where !rows.traits[place].isDisjoint(with: Scope.records.traits) {
            let visitor = rows.visitors[place]
            guard visitor != absentIndex else { continue }
            if visitor != latest {
                people += 1
                latest = visitor
            }
            if networkOfVisitor[Int(visitor)] == absentIndex { networkOfVisitor[Int(visitor)] = rows.networks[place] }
        }
    }

    /// Lets the filter see from which page to which each visitor went.
    private mutating func filterSteps(_ rows: VisitorMajorRows, _ paths: RowLabels) {
        let views = rows.visits.views
        for (view, next) in zip(views, views.dropFirst()) where rows.traits[Int(view)].contains(.step) {
            let visitor = rows.visitors[Int(view)]
            if visitor != absentIndex { filter.add(paths[view], paths[next], visitor: visitor) }
        }
    }
}
