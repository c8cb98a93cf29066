import Events
import Releases
import Testing

@testable import Statistics

/// Random days, and everything that can be read from what is told of them.
@Suite("Disclosure control over random days")
struct DisclosurePropertyTests {
    private static let threshold = Threshold(k: 4)

    private func exposure(seed: UInt64, protections: Protections = .all) -> Exposure {
        let events = TestDay.random(100 + Int(seed) * 60, visitors: 15 + Int(seed) * 5, seed: seed)
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
