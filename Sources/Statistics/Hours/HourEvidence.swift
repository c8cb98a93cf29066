/// The people behind the sum of some hours, by measure: enough of them to compare with the threshold, exactly.
struct HourEvidence {
    private let tally: HourTally
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
        for measure in HourMeasure.allCases {
            let place = measure.rawValue
            sums[place] = sums[place].addingSaturated(cell.sum[measure])
            networks[place].formUnion(cell.networks[place])
            for (visitor, share) in cell.shares where share[measure] > 0 {
                guard visitors[place].count < tally.threshold.visitors else { break }
                visitors[place].insert(visitor)
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

    /// Whether the measure tells of nobody or of enough people.
    func isHarmless(_ measure: HourMeasure) -> Bool { sums[measure.rawValue] == 0 || passes(measure) }
}
