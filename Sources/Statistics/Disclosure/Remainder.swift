/// What is hidden of a known sum, as a reader sees it: one number, and what follows from it.
struct Remainder {
    private let judge: Judge
    private var count = 0
    private var crowd: Crowd
    /// The differences to what contains the hidden numbers.
    private var differences: [Crowd]
    /// The sum of the lower bounds that are told.
    private var bounds: Int64 = 0
    private var largest: Int64 = 0
    /// The largest number that contains a hidden one, and the widest interval that such a one needs.
    private var container: Int64 = 0
    private var containedWidth: Int64?
    /// What is left of all containers.
    private var left: Int64 = 0

    init(_ judge: Judge, guards: Int) {
        self.judge = judge
        crowd = judge.crowd
        differences = Array(repeating: judge.crowd, count: guards)
    }

    mutating func add(_ cell: CountedCell, differences cells: [CountedCell], container: Int64?, isBounded: Bool) {
        count += 1
        crowd.add(cell)
        for (index, cell) in cells.enumerated() { differences[index].add(cell) }
        left = left.addingSaturated(cells.first?.sum ?? 0)
        largest = max(largest, cell.sum)
        if isBounded { bounds = bounds.addingSaturated(cell.sum.roundedToOneDigit) }
        if let container, cell.sum > 0 {
            self.container = max(self.container, container)
            containedWidth = max(containedWidth ?? 0, cell.sum.leastWidth(judge.threshold))
        }
    }

    /// Adds a row without any of the measure, of which a reader cannot know that.
    mutating func addEmpty(differences cells: [CountedCell]) {
        left = left.addingSaturated(cells.first?.sum ?? 0)
    }

    var isSafe: Bool {
        guard judge.protections.contains(.complements) else { return true }
        return (count >= 2 || crowd.sum == 0) && crowd.isHarmless
            && (!judge.protections.contains(.differences) || differences.allSatisfy(\.isHarmless)) && isSlack && isWide
    }

    /// Whether the lower bounds leave the hidden numbers an interval.
    private var isSlack: Bool {
        !judge.protections.contains(.intervals) || bounds == 0
            || crowd.sum - bounds >= largest.leastWidth(judge.threshold)
    }

    /// Whether the numbers that contain the hidden ones leave them an interval.
    ///
    /// The hidden parts sum to `crowd.sum` and what is left of their containers to the difference, so a part lies
    /// between its container less the difference and the lesser of its container and the sum.
    var isWide: Bool {
        guard judge.protections.contains(.intervals), let containedWidth else { return true }
        return left >= containedWidth && crowd.sum >= containedWidth
            && crowd.sum.addingSaturated(left) - container >= containedWidth
    }
}
