import Events
import Testing

@testable import Privacy

@Suite("Maps of indices")
struct IndexMapTests {
    @Test("Rows get the new indices of their values, and none where they have no value or it has none")
    func rows() {
        var map = IndexMap(count: 3)
        map[0] = 7
        map[2] = 0
        #expect(map.count == 3)
        #expect(map([2, 0, absentIndex, 1, 0]) == [0, 7, absentIndex, absentIndex, 7])
    }

    @Test("A map without indices leaves every row without a value")
    func empty() {
        #expect(IndexMap(count: 0)([absentIndex, absentIndex]) == [absentIndex, absentIndex])
    }

    @Test("One map after the other is one map")
    func following() {
        let first = IndexMap([1, absentIndex, 0])
        let both = IndexMap([5, 6]).following(first)
        #expect(both([0, 1, 2, absentIndex]) == [6, absentIndex, 5, absentIndex])
    }
}
