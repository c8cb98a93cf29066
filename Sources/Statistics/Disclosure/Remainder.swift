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
    private var containedWidth: Int64 = 0
    /// Hidden numbers with a lower bound that are contained in a number that is told, but for those that are known to have
    /// an interval: the more is hidden, the wider it is.
    private var bounded: [(sum: Int64, container: Int64)] = []
    /// What is left of all containers.
    private var left: Int64 = 0
    private let rest: Rest
    /// What a reader may know of what is left.
    struct Rest {
        /// Whether what is left of the containers are numbers of a table of their own, hidden where these are.
        var isHiddenToo = false
        /// The place of a difference that alone may be unknown of the hidden numbers, as the rest of each is told.
        var unknownPart: Int?
    }

    init(_ judge: Judge, guards: Int, rest: Rest) {
        self.judge = judge
        self.rest = rest
        crowd = judge.crowd
        differences = Array(repeating: judge.crowd, count: guards)
    }

    mutating func add(_ cell: CountedCell, differences cells: [CountedCell], container: Int64?, isBounded: Bool) {
        count += 1
        crowd.add(cell)
        for (index, cell) in cells.enumerated() { differences[index].add(cell) }
        left = left.addingSaturated(cells.first?.sum ?? 0)
        largest = max(largest, cell.sum)
        if isBounded { bounds = bounds.addingSaturated(judge.lowerBound(of: cell.sum)) }
        guard let container, cell.sum > 0 else { return }
        if isBounded { bounded.append((cell.sum, container)) }
        self.container = max(self.container, container)
        containedWidth = max(containedWidth, cell.sum.leastWidth(judge.threshold))
        if rest.isHiddenToo, let other = cells.first, other.sum > 0 {
            containedWidth = max(containedWidth, other.sum.leastWidth(judge.threshold))
        }
    }

    /// Adds a row without any of the measure, of which a reader cannot know that.
    mutating func addEmpty(differences cells: [CountedCell]) {
        left = left.addingSaturated(cells.first?.sum ?? 0)
    }

    mutating func isSafe() -> Bool {
        guard judge.protections.contains(.complements) else { return true }
        return (count >= 2 || crowd.sum == 0) && crowd.isHarmless
            && (!judge.protections.contains(.differences) || differences.allSatisfy(\.isHarmless)) && isSlack
            && isWide()
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
    mutating func isWide() -> Bool {
        guard judge.protections.contains(.intervals) else { return true }
        if let part = rest.unknownPart, differences[part].sum < largest.leastWidth(judge.threshold) { return false }
        guard containedWidth > 0 else { return true }
        let free = crowd.sum - bounds
        guard
            left >= containedWidth && free >= containedWidth
                && free.addingSaturated(left) - container >= containedWidth
        else { return false }
        while let number = bounded.last {
            let bound = judge.lowerBound(of: number.sum)
            let width = min(number.container, free.addingSaturated(bound)) - max(bound, number.container - left)
            guard width >= number.sum.leastWidth(judge.threshold) else { return false }
            bounded.removeLast()
        }
        return true
    }
}
