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
        for scope in Scope.allCases where rows.contain(scope) {
            count(rows, of: scope, batch, labeller, &labels)
        }
        if let paths = labels[.text(.path)] { filterSteps(rows, paths) }
    }

    /// Counts the tables of a scope, labels made on demand.
    private mutating func count(
        _ rows: VisitorMajorRows, of scope: Scope, _ batch: EventBatch, _ labeller: RowLabeller,
        _ labels: inout [Dimension: RowLabels]
    ) {
        var addends: [Addend] = [.zero]
        var places: [(group: Int, labels: [RowLabels], noValue: UInt32)] = []
        for (place, group) in groups.enumerated() where group.scope == scope {
            for addend in group.measures.flatMap({ $0.addends(in: scope).all }) where !addends.contains(addend) {
                addends.append(addend)
            }
            for dimension in group.dimensions where labels[dimension] == nil {
                labels[dimension] = self.labels(dimension, labeller)
            }
            let noValue = space(of: group.dimensions[group.dimensions.count - 1]).noValue
            places.append((place, group.dimensions.compactMap { labels[$0] }, noValue))
        }
        for range in rows.ranges(ofAbout: 1 << 13) {
            let scoped = ScopeRows(scope, of: rows, in: range, batch: batch, addends: addends)
            for (place, labels, noValue) in places {
                if scope == .visitors {
                    groups[place].countVisitors(scoped, labels: labels[0])
                } else {
                    groups[place].count(scoped, labels: labels, noValue: noValue)
                }
            }
        }
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
