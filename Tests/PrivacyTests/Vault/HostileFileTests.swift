import Events
import TestSupport
import Testing

@testable import Privacy

@Suite("Files that were made to harm those who read them")
struct HostileFileTests {
    private let day: VaultDay
    private let sample: SealedSample

    init() throws {
        day = try VaultDay()
        sample = try SealedSample(day.name(), to: day.key)
    }

    /// Reads the file, and expects that nothing outside of it is asked for, and all of it three times at most.
    private func read(_ bytes: [UInt8]) throws -> [SealedFault] {
        var asked = 0
        let reader = try SealedFileReader.survey(sample.name, size: bytes.count) { offset, count in
            #expect(offset >= 0 && count >= 0 && offset + count <= bytes.count)
            asked += count
            return Array(bytes[offset..<(offset + count)])
        }
        _ = reader.faults()
        let faults = try reader.open(with: day.privateHalf) { _ in Issue.record("a frame opens") }
        #expect(asked <= 3 * bytes.count + 4096)
        return faults
    }

    @Test("Random bytes are no file", arguments: 0..<50)
    func random(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let bytes = (0..<Int.random(in: 0...2000, using: &random)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        #expect(try read(bytes).map(\.kind) == [.headerDamaged, .trailerDamaged])
    }

    @Test("A header may claim any length of its writer's name", arguments: [0, 1, 254, 255])
    func headers(_ length: UInt8) throws {
        var header = Array(sample.header)
        header[13] = length
        #expect(try read(header).map(\.kind) == [.headerDamaged, .trailerDamaged])
        #expect(try read(Array(header.prefix(14))).map(\.kind) == [.headerDamaged, .trailerDamaged])
    }

    @Test(
        "The name of a writer with letters that could deceive a terminal or a path is none",
        arguments: [0x1B, 0x2F, 0x80])
    func names(_ letter: UInt8) throws {
        var header = Array(sample.header.dropLast(32))
        header[14] = letter
        header += SHA256Digest.digest(header)
        #expect(SealedHeader(startOf: header) == nil)
        header[14] = UInt8(ascii: "x")
        header = Array(header.dropLast(32))
        header += SHA256Digest.digest(header)
        #expect(SealedHeader(startOf: header)?.name.writer == "xost-1")
    }

    @Test(
        "A file of marks, or of heads that claim to reach far, takes no longer than its length",
        arguments: [8, 41, 57, 64])
    func marks(_ length: Int) throws {
        var frame = Array(sample.frames[0].prefix(min(length, 41)))
        if length >= 41 { frame.replaceSubrange(12..<16, with: [0x00, 0x00, 0x00, UInt8(length - 41)]) }
        frame += [UInt8](repeating: 0x33, count: length - frame.count)
        for claim in [0, 1, 0x00FF_FFFF, 0x7FFF_FFFF, 0xFFFF_FFFF] as [UInt32] {
            for field in [8, 12, 16, 20] {
                var claimed = frame
                if length >= 41 {
                    var bytes: [UInt8] = []
                    bytes.append(bigEndian: claim)
                    claimed.replaceSubrange(field..<(field + 4), with: bytes)
                }
                let bytes = sample.header + [[UInt8]](repeating: claimed, count: 200).joined() + sample.header
                #expect(!(try read(bytes).isEmpty))
            }
        }
    }

    /// Were each looked for among all, this test would not end.
    @Test("However many frames and gaps a file claims, they are told in a time in proportion")
    func gaps() throws {
        let head = Array(sample.frames[0][..<41])
        let count = 100_000
        var bytes = sample.header
        for number in 0..<count {
            bytes += head[..<8]
            bytes.append(bigEndian: UInt32(2 * number + 1))
            bytes.append(bigEndian: UInt32(1))
            bytes += head[16...]
            bytes += [UInt8](repeating: 0x33, count: number % 2 == 0 ? 17 : 18)
        }
        let reader = try SealedFileReader.survey(sample.name, size: bytes.count) { offset, count in
            Array(bytes[offset..<(offset + count)])
        }
        let kinds = reader.faults().map(\.kind)
        #expect(kinds.count == count + 1)
        #expect(kinds.last == .cutOff)
        #expect(kinds.count { if case .damaged = $0 { true } else { false } } == count / 2 - 1)
    }

    @Test("A frame is read only as far as the longest line could be deflated to", arguments: [false, true])
    func bound(_ isLine: Bool) {
        let label = FrameLabel(source: 0, context: 0, arrival: 0, lines: isLine ? 1 : 2)
        let plain = isLine ? FileSealer.lineBytes : FileSealer.frameBytes
        func head(_ plain: Int, _ sealed: Int) -> FrameHead? {
            FrameHead(
                FrameHead(
                    index: 0, sealedCount: UInt32(sealed), plainCount: UInt32(plain), label: label, isLast: false
                ).bytes)
        }
        #expect(head(plain, FrameDeflater.bound(plain)) != nil)
        #expect(head(plain, FrameDeflater.bound(plain) + 1) == nil)
        #expect(head(plain + 1, 100) == nil)
        #expect(head(plain, 0) == nil)
        #expect(head(0, 100) == nil)
    }
}
