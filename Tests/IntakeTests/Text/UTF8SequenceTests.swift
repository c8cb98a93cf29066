import Testing

@testable import Intake

@Suite("UTF8Sequence")
struct UTF8SequenceTests {
    @Test("All sequences of two and three bytes are judged as the standard library judges them")
    func shortSequences() {
        for lead in UInt8(0x80)...0xFF {
            for second in UInt8(0x70)...0xCF {
                for third in [nil, 0x7F, 0x80, 0xBF, 0xC0, 0x41] as [UInt8?] {
                    let bytes = [lead, second] + (third.map { [$0] } ?? [])
                    let expected = String(validating: bytes, as: UTF8.self) != nil
                    if UTF8Sequence.isWellFormed(bytes.span, bytes.indices) != expected {
                        Issue.record("\(bytes) are judged otherwise")
                    }
                }
            }
        }
    }

    @Test(
        "Sequences of four bytes end at U+10FFFF and are not longer than need be",
        arguments: [
            ([0xF0, 0x8F, 0xBF, 0xBF], false), ([0xF0, 0x90, 0x80, 0x80], true), ([0xF4, 0x8F, 0xBF, 0xBF], true),
            ([0xF4, 0x90, 0x80, 0x80], false), ([0xF5, 0x80, 0x80, 0x80], false), ([0xF1, 0x80, 0x80, 0x41], false),
            ([0xF1, 0x80, 0xC0, 0x80], false),
        ] as [([UInt8], Bool)])
    func longSequences(bytes: [UInt8], isWellFormed: Bool) {
        #expect(UTF8Sequence.isWellFormed(bytes.span, bytes.indices) == isWellFormed)
    }

    @Test("A sequence that the text ends in is cut, one that goes wrong before is malformed")
    func cut() {
        let bytes: [UInt8] = [0xF0, 0x9F, 0x98, 0x80]
        for end in 1..<4 { #expect(UTF8Sequence(bytes.span, at: 0, end) == .cut) }
        #expect(UTF8Sequence(bytes.span, at: 0, 4) == .whole(count: 4))
        #expect(UTF8Sequence([0xF0, 0x41].span, at: 0, 2) == .malformed)
        #expect(UTF8Sequence([0x80].span, at: 0, 1) == .malformed)
    }
}
