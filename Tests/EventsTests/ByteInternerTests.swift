import TestSupport
import Testing

@testable import Events

@Suite("ByteInterner")
struct ByteInternerTests {
    @Test("Values keep the number of their first appearance", arguments: [1, 10, 100, 5000])
    func numbering(distinct: Int) {
        var generator = SplitMix64(seed: UInt64(distinct))
        var interner = ByteInterner(seed: 7)
        var numbers: [[UInt8]: UInt32] = [:]
        for _ in 0..<distinct * 4 {
            let value = ByteInternerTests.value(Int.random(in: 0..<distinct, using: &generator))
            let number = interner.intern(value.span)
            let expected = numbers[value] ?? UInt32(numbers.count)
            numbers[value] = expected
            #expect(number == expected)
        }
        #expect(interner.dictionary.count == numbers.count)
    }

    @Test("Many values at once get the numbers that they would get one by one", arguments: UInt64(0)..<8)
    func bulk(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        var single = ByteInterner(seed: 3)
        var bulk = ByteInterner(seed: 3)
        for _ in 0..<20 {
            var bytes: [UInt8] = []
            var ranges: [ByteRange] = []
            var expected: [UInt32] = []
            for _ in 0..<Int.random(in: 0..<200, using: &generator) {
                if Int.random(in: 0..<10, using: &generator) == 0 {
                    ranges.append(.absent)
                    expected.append(absentIndex)
                    continue
                }
                let value = ByteInternerTests.value(Int.random(in: 0..<3000, using: &generator))
                ranges.append(ByteRange(bytes.count..<bytes.count + value.count))
                bytes += value
                expected.append(single.intern(value.span))
            }
            var numbers: [UInt32] = []
            bulk.intern(ranges.span, of: bytes.span, appendingTo: &numbers)
            #expect(numbers == expected)
        }
        #expect(bulk.dictionary.count == single.dictionary.count)
    }

    @Test("Values that differ in one byte are different, whatever their length", arguments: 1..<40)
    func oneByte(length: Int) {
        for place in 0..<length {
            var interner = ByteInterner(seed: 1)
            var value = [UInt8](repeating: 65, count: length)
            #expect(interner.intern(value.span) == 0)
            value[place] = 66
            #expect(interner.intern(value.span) == 1)
            #expect(interner.intern(value.span) == 1)
        }
    }

    @Test("After removing all values, numbers start again")
    func removal() {
        var interner = ByteInterner(seed: 5)
        for index in 0..<2000 { _ = interner.intern(ByteInternerTests.value(index).span) }
        interner.removeAll()
        #expect(interner.dictionary.isEmpty)
        #expect(interner.intern(ByteInternerTests.value(1234).span) == 0)
        #expect(interner.dictionary.text(0) == String(decoding: ByteInternerTests.value(1234), as: UTF8.self))
    }

    @Test("Erasing leaves nothing of the values in memory, nor does what was reserved move before")
    func erasing() {
        let secrets = (1...1000).map(ByteInternerTests.value)
        let count = secrets.reduce(0) { $0 + $1.count }
        var interner = ByteInterner(seed: 5)
        interner.reserveBytes(count)
        // SAFETY: the array keeps its memory, as is expected before it is read.
        let start = unsafe interner.dictionary.bytes.withUnsafeBytes { $0.baseAddress }
        for secret in secrets { _ = interner.intern(secret.span) }
        let memory = unsafe UnsafeRawBufferPointer(start: start, count: count)
        let before = unsafe Array(memory)
        interner.erase()
        let after = unsafe Array(memory)
        #expect(before == Array(secrets.joined()))
        #expect(after == [UInt8](repeating: 0, count: count))
        #expect(interner.dictionary.isEmpty)
        #expect(interner.intern(ByteInternerTests.value(8).span) == 0)
    }

    /// Different for every number, of 0 to about 40 bytes.
    private static func value(_ number: Int) -> [UInt8] {
        number == 0 ? [] : Array((String(number) + String(repeating: "x", count: number % 37)).utf8)
    }
}
