import Testing

/// One cell of the matrix: a scenario whose steps are fed in one way.
struct MatrixCell: Sendable, CustomTestStringConvertible {
    let scenario: Scenario
    let feeding: Feeding
    let seed: UInt64

    private static let all = Scenario.all.flatMap { scenario in
        scenario.feedings.map { (scenario, $0) }
    }.enumerated().map {
        MatrixCell(scenario: $1.0, feeding: $1.1, seed: UInt64($0))
    }

    /// The cells in which each step has a run of its own.
    static let runs = all.filter { $0.feeding != .followed }
    static let followed = all.filter { $0.feeding == .followed }
    /// The cells whose last new lines are read by runs that are killed.
    static let killed = runs.filter { cell in
        !cell.scenario.isLarge
            && ([.file, .pipe, .followedAnew].contains(cell.feeding) || cell.scenario.feedings.count == 1)
    }

    /// The scenario's steps; all formats have their turns.
    func steps() -> [Step] {
        let formats = LogMaker.Format.allCases
        var log = LogMaker(scenario.format ?? formats[Int(seed) % formats.count], seed: seed)
        return scenario.steps(&log)
    }

    var testDescription: String { "\(scenario.name), by \(feeding)" }
}
