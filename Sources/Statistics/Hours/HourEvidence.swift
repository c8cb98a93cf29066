/// The people behind the sum of some hours, by measure: enough of them to compare with the threshold, exactly, and whoever
/// made most of it.
struct HourEvidence {
    /// The only visitor who can have made most of a measure (Boyer and Moore, "MJRTY: a fast majority vote algorithm").
    private struct Candidate {
        var visitor: UInt32 = 0
        var votes: Int64 = 0

        mutating func vote(_ voter: UInt32, _ weight: Int64) {
            if voter == visitor {
                votes = votes.addingSaturated(weight)
            } else if votes >= weight {
                votes -= weight
            } else {
                (visitor, votes) = (voter, weight - votes)
            }
        }
    }

    private let tally: HourTally
    private var added: [Int] = []
    private var candidates = [Candidate](repeating: Candidate(), count: HourMeasure.allCases.count)
    private var sums = [Int64](repeating: 0, count: HourMeasure.allCases.count)
    private var visitors = [Set<UInt32>](repeating: [], count: HourMeasure.allCases.count)
    private var networks = [Set<UInt32>](repeating: [], count: HourMeasure.allCases.count)
    /// How many of the hours had any hits.
    private(set) var hours = 0

    init(_ tally: HourTally, hours: some Sequence<Int> = []) {
        self.tally = tally
        for hour in hours { add(hour) }
    }

    mutating func add(_ hour: Int) {
        let cell = tally.cells[hour]
        if cell.sum.hits > 0 { hours += 1 }
        added.append(hour)
        for measure in HourMeasure.allCases {
            let place = measure.rawValue
            sums[place] = sums[place].addingSaturated(cell.sum[measure])
            networks[place].formUnion(cell.networks[place])
            for (visitor, share) in cell.shares where share[measure] > 0 {
                candidates[place].vote(visitor, share[measure])
                if visitors[place].count < tally.threshold.visitors { visitors[place].insert(visitor) }
            }
        }
    }

    /// Whether at least k visitors from enough networks stand behind the measure.
    func passes(_ measure: HourMeasure) -> Bool {
        visitors[measure.rawValue].count >= tally.threshold.visitors
            && networks[measure.rawValue].count >= tally.threshold.networks
    }

    /// Whether the hours hide each other: together they tell of nobody or of enough people, in every measure, and are at
    /// least two.
    var hides: Bool { hours >= 2 && HourMeasure.allCases.allSatisfy(isHarmless) }

    /// Whether the measure tells of nobody or of enough people, and not mostly of one.
    func isHarmless(_ measure: HourMeasure) -> Bool { sums[measure.rawValue] == 0 || isCovering(measure) }

    /// Whether enough people stand behind the measure, and none of them made most of it.
    func isCovering(_ measure: HourMeasure) -> Bool { passes(measure) && !isDominated(measure) }

    /// Whether one visitor makes more than four fifths of the measure.
    private func isDominated(_ measure: HourMeasure) -> Bool {
        let sum = sums[measure.rawValue]
        let visitor = candidates[measure.rawValue].visitor
        let part = added.reduce(Int64(0)) { $0.addingSaturated(tally.cells[$1].shares[visitor]?[measure] ?? 0) }
        return part > sum / 5 * 4 + sum % 5 * 4 / 5
    }
}
