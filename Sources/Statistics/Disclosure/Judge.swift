/// Says of single cells whether enough people stand behind them.
struct Judge: Sendable {
    let threshold: Threshold
    let protections: Protections

    /// Whether at least k visitors from enough networks contributed to the cell.
    func passes(_ cell: CountedCell) -> Bool {
        (cell.visitors >= threshold.visitors || !protections.contains(.visitors))
            && (cell.networkSet.count >= threshold.networks || !protections.contains(.networks))
    }

    /// Whether the cell tells of nobody or of enough people.
    func isHarmless(_ cell: CountedCell) -> Bool {
        cell.sum == 0 || passes(cell)
    }

    /// Whether one visitor makes more than 80 % of the cell.
    func isDominated(_ cell: CountedCell) -> Bool {
        protections.contains(.dominance) && cell.sum.isDominated(by: cell.largest)
    }

    /// What may be told of a cell by itself.
    ///
    /// - Parameters:
    ///   - differences: what is left of the numbers that contain it.
    ///   - mayBeZero: whether "nobody" may be told.
    func telling(of cell: CountedCell, differences: [CountedCell], mayBeZero: Bool) -> Telling {
        guard mayBeZero ? isHarmless(cell) : passes(cell) else { return .hidden }
        if !protections.contains(.differences) { return isDominated(cell) ? .bound : .exact }
        guard differences.allSatisfy({ isHarmless($0) }) else { return .hidden }
        return isDominated(cell) || differences.contains(where: { isDominated($0) }) ? .bound : .exact
    }

    /// The people behind nothing yet.
    var crowd: Crowd { Crowd(threshold: threshold, protections: protections) }
}
