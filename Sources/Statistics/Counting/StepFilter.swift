/// Says of which pairs fewer visitors than the threshold asks for can be behind, without remembering the pairs.
///
/// Each pair has a slot, which others may share, and each slot counts its visitors: never fewer than one of its pairs has.
/// Rows come visitor by visitor, so a visitor is counted twice in a slot only if another one's pair came between.
struct StepFilter {
    private static let largest = 1 << 22

    private let enough: UInt16
    private let seed: UInt64
    private var counts: [UInt16]
    private var lastVisitors: [UInt32]
    /// Visitors counted in all slots.
    private var filled = 0

    init(threshold: Threshold, seed: UInt64) {
        enough = UInt16(clamping: threshold.visitors)
        self.seed = seed
        counts = [UInt16](repeating: 0, count: 1 << 12)
        lastVisitors = [UInt32](repeating: .max, count: 1 << 12)
    }

    mutating func add(_ first: UInt32, _ second: UInt32, visitor: UInt32) {
        let slot = slot(first, second)
        guard lastVisitors[slot] != visitor else { return }
        lastVisitors[slot] = visitor
        if counts[slot] < enough {
            counts[slot] += 1
            filled += 1
            if filled > 2 * counts.count, counts.count < StepFilter.largest { grow() }
        }
    }

    /// Whether enough visitors may be behind the pair; true wherever they are.
    func mayPass(_ first: UInt32, _ second: UInt32) -> Bool {
        counts[slot(first, second)] >= enough
    }

    /// Twice as many slots: each hands its count to both of those that its pairs may go to.
    private mutating func grow() {
        counts += counts
        lastVisitors += lastVisitors
        filled *= 2
    }

    private func slot(_ first: UInt32, _ second: UInt32) -> Int {
        CellNumbers.hash(UInt64(first) << 32 | UInt64(second), seed: seed) & (counts.count - 1)
    }
}
