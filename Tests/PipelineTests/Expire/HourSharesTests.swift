import TestSupport
import Testing

@testable import Pipeline

@Suite("Dealing hours into buckets")
struct HourSharesTests {
    /// The buckets that rows of an hour come to.
    private static func buckets(_ shares: HourShares, _ hour: Int64) -> Set<Int> {
        var random = SplitMix64(seed: 1)
        return Set((0..<200).map { _ in shares.bucket(of: hour, using: &random) })
    }

    @Test("Small hours that follow each other share a bucket, a large one has several of its own")
    func dealing() {
        let shares = HourShares(rows: [0: 10, 3600: 60, 7200: 40, 10_800: 250, 14_400: 5, 18_000: 5], limit: 100)
        #expect(Self.buckets(shares, 0) == [0])
        #expect(Self.buckets(shares, 3600) == [0])
        #expect(Self.buckets(shares, 7200) == [1])
        #expect(Self.buckets(shares, 10_800) == [2, 3, 4])
        #expect(Self.buckets(shares, 14_400) == [5])
        #expect(Self.buckets(shares, 18_000) == [5])
        #expect(shares.bucketCount == 6)
    }

    @Test("Every bucket has rows of its hour, buckets follow the hours, and none but a lone one is over the limit")
    func property() {
        var random = SplitMix64(seed: 2)
        for _ in 0..<200 {
            var rows: [Int64: Int] = [:]
            for hour in 0..<Int64.random(in: 1...25, using: &random) {
                rows[hour * 3600] = Int.random(in: 1...400, using: &random)
            }
            let shares = HourShares(rows: rows, limit: 100)
            var next = 0
            var held = [Int](repeating: 0, count: shares.bucketCount)
            for (hour, count) in rows.sorted(by: { $0.key < $1.key }) {
                let buckets = Self.buckets(shares, hour).sorted()
                #expect(buckets[0] == next || buckets[0] == next - 1)
                #expect(buckets == Array(buckets[0]..<buckets[0] + buckets.count))
                next = buckets[buckets.count - 1] + 1
                for bucket in buckets { held[bucket] += (count + buckets.count - 1) / buckets.count }
            }
            #expect(next == shares.bucketCount)
            #expect(held.allSatisfy { $0 <= 100 })
        }
    }
}
