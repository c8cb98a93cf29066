import Events
import Intake
import TestSupport
import Testing

@testable import Privacy

@Suite("What the gate remembers")
struct GateMemoryTests {
    @Test("A rule runs once for a value, and again when the value has been forgotten")
    func once() {
        var memory = RuleMemory<Int>(seed: 1, count: 10, bytes: 100)
        var worked: [String] = []
        #expect(Self.lengths(["a", "", "ccc", "a"], &memory, &worked) == [1, 0, 3, 1])
        #expect(Self.lengths(["ccc", "a", "bb"], &memory, &worked) == [3, 1, 2])
        #expect(worked == ["a", "", "ccc", "bb"])
        memory.forget()
        #expect(Self.lengths(["ccc"], &memory, &worked) == [3])
        #expect(worked == ["a", "", "ccc", "bb", "ccc"])
    }

    @Test("Of what is remembered a batch gets what it has, numbered in order of appearance")
    func present() {
        var memory = RuleMemory<Int>(seed: 1, count: 10, bytes: 100)
        var parts = ValueParts.Builder(ByteDictionary(["a", "ccc", "bb"]))
        for part in [0..<1, 0..<3, 0..<2] { parts.append(part) }
        #expect(memory.outcomes(of: parts) { value, _ in value.count }.outcomes == [1, 3, 2])
        parts = ValueParts.Builder(ByteDictionary(["xbb", "", "a", "bb"]))
        parts.append(1..<3)
        parts.appendAbsent()
        for part in [0..<1, 0..<2] { parts.append(part) }
        let found = memory.outcomes(of: parts) { value, _ in value.count }
        #expect(found.outcomes == [2, 1])
        #expect(found.map([0, 1, 2, 3]) == [0, absentIndex, 1, 0])
    }

    @Test("Outcomes with one text share it, and a batch gets the texts that it has, in order of appearance")
    func texts() {
        var memory = RuleMemory<UInt32>(seed: 1, count: 3, bytes: 100)
        func column(_ texts: [String]) -> (texts: [String], indices: [UInt32]) {
            let column = memory.outcomes(of: ValueParts.Builder(whole: ByteDictionary(texts))) { value, texts in
                value.count == 0 ? absentIndex : texts.intern(value.extracting(0..<1))
            }.column { $0 }
            let indices = column.map((0..<UInt32(texts.count)) + [absentIndex])
            return ((0..<column.dictionary.count).map(column.dictionary.text), indices)
        }
        #expect(column(["ab", "", "ba"]) == (["a", "b"], [0, absentIndex, 1, absentIndex]))
        #expect(column(["bc", "ba", "ab", "b"]) == (["b", "a"], [0, 0, 1, 0, absentIndex]))
        // Now the memory has grown beyond its limit.
        #expect(column(["c", "ab", "c"]) == (["c", "a"], [0, 1, 0, absentIndex]))
    }

    @Test("A memory that has grown beyond its limit begins anew", arguments: [(2, 100), (10, 4), (10, 1)])
    func bounded(_ count: Int, _ bytes: Int) {
        var memory = RuleMemory<Int>(seed: 1, count: count, bytes: bytes)
        var worked: [String] = []
        #expect(Self.lengths(["aa", "bb"], &memory, &worked) == [2, 2])
        #expect(Self.lengths(["bb", "c"], &memory, &worked) == [2, 1])
        #expect(Self.lengths(["aa", "c"], &memory, &worked) == [2, 1])
        #expect(worked == ["aa", "bb"] + (bytes == 1 ? ["bb", "c"] : ["c"]) + ["aa", "c"])
    }

    /// What a rule makes of the texts of a batch; those that it has to run for are added to `worked`.
    private static func lengths(
        _ texts: [String], _ memory: inout RuleMemory<Int>, _ worked: inout [String]
    ) -> [Int] {
        let found = memory.outcomes(of: ValueParts.Builder(whole: ByteDictionary(texts))) { value, _ in
            worked.append(String(decoding: value.indices.map { value[$0] }, as: UTF8.self))
            return value.count
        }
        return texts.indices.map { found.outcomes[Int(found.map[UInt32($0)])] }
    }

    @Test("Batch after batch gives the events of a gate that has seen nothing before", arguments: UInt64(0)..<10)
    func batches(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let gate = Gate(policy: GateTests.policy, seed: 3)
        let pool = Self.rows(40, &random)
        for round in UInt8(0)..<6 {
            let rows = pool.shuffled(using: &random).prefix(30) + Self.rows(5, &random)
            let batch = RawBatch(Array(rows))
            if round == 4 { gate.forget() }
            #expect(Self.admit(batch, gate, round) == Self.admit(batch, Gate(policy: gate.policy, seed: 3), round))
        }
    }

    @Test("A visitor known from the batch before has another pseudonym under another key")
    func keys() throws {
        let gate = Gate(policy: GateTests.policy, seed: 3)
        let batch = RawBatch([RawRow([.client: "203.0.113.9", .target: "/a", .agent: GateTests.browser])])
        let pseudonyms = try (UInt8(0)..<3).map { first in
            let events = gate.admit(batch) { _ throws(Never) in
                TestKeys.epochKeys(first: first / 2, policy: gate.policy)
            }
            let event = try #require(events.first)
            #expect(event.text(.path) == "/a" && event.text(.browser) == "Chrome")
            return [try #require(event.pseudonym(.visitor)), try #require(event.pseudonym(.network))]
        }
        #expect(pseudonyms[0] == pseudonyms[1])
        #expect(Set(pseudonyms[0]).isDisjoint(with: pseudonyms[2]))
    }

    /// Everything that is stored of a batch, day by day and row by row.
    private static func admit(_ batch: RawBatch, _ gate: Gate, _ key: UInt8) -> [[[ExplainedField]]] {
        let events = gate.admit(batch) { second throws(Never) in
            TestKeys.epochKeys(Int((second - TestKeys.start) / 86_400), first: key, policy: gate.policy)
        }
        return events.map { event in (0..<event.rowCount).map { gate.explain(event, row: $0) } }
    }

    /// Records of any bytes within four days.
    private static func rows(_ count: Int, _ random: inout SplitMix64) -> [RawRow] {
        RandomRows.make(count, &random).map { row in
            var row = row
            row.time = (TestKeys.start + Int64.random(in: 0..<4 * 86_400, using: &random)) * 1000
            return row
        }
    }
}
