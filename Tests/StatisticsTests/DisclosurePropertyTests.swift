import Events
import Releases
import Testing

@testable import Statistics

/// Random days, and everything that can be read from what is told of them.
@Suite("Disclosure control over random days")
struct DisclosurePropertyTests {
    private static let threshold = Threshold(k: 4)

    /// - Parameter robots: visitors who do one thing all day.
    private func exposure(seed: UInt64, robots: Int = 0, protections: Protections = .all) -> Exposure {
        let events =
            TestDay.random(100 + Int(seed) * 60, visitors: 15 + Int(seed) * 5, seed: seed)
            + TestDay.heavy(robots, times: 200, seed: seed)
        let batch = TestDay.batch(events, seed: seed)
        let counted = TestDay.counted([batch], Self.threshold, seed: seed)
        return Exposure(
            DisclosureControl(protections: protections).release(counted), NaiveTally(events, batch: batch),
            Self.threshold)
    }

    @Test("No number, and no difference of two, stands on 1 … k−1 people", arguments: 0..<40 as Range<UInt64>)
    func nothingIsExposed(seed: UInt64) {
        for fault in exposure(seed: seed).faults { Issue.record("\(fault)") }
    }

    @Test("Nor where robots pass for people", arguments: 5..<17 as Range<UInt64>)
    func nothingIsExposedByHeavyUse(seed: UInt64) {
        for fault in exposure(seed: seed, robots: 12).faults { Issue.record("\(fault)") }
    }

    @Test("Without its protection, heavy use is exposed")
    func heavyUseIsExposed() {
        let without = Protections.all.subtracting(.heavyUse)
        #expect((5..<17).contains { !exposure(seed: $0, robots: 3, protections: without).faults.isEmpty })
    }

    @Test(
        "Without one of these protections, some number does",
        arguments: [
            .visitors, .networks, .unions, .complements, .differences, .nesting, .dominance, .flows, .absentees,
        ] as [Protections])
    func somethingIsExposed(protection: Protections) {
        let without = Protections.all.subtracting(protection)
        #expect((0..<40).contains { !exposure(seed: $0, protections: without).faults.isEmpty }, "\(protection)")
    }
}
