import Events
import TestSupport

@testable import Privacy

/// A sealed file, and what was sealed in it.
struct SealedSample {
    struct Content: Equatable {
        let label: FrameLabel
        let lines: [UInt8]
    }

    let name: SealedName
    let contents: [Content]
    let header: [UInt8]
    /// As they stand in the file; behind those with lines the last one.
    let frames: [[UInt8]]
    var bytes: [UInt8] { header + frames.joined() + header }

    init(_ name: SealedName, to key: SealedPair, _ contents: [Content], deflater: FrameDeflater = FrameDeflater())
        throws
    {
        let sealer = try FileSealer(name, to: key, deflater: deflater)
        var frames: [[UInt8]] = []
        for content in contents {
            var frame: [UInt8] = []
            sealer.seal(content.lines.span, content.label, appendingTo: &frame)
            frames.append(frame)
        }
        var end: [UInt8] = []
        sealer.finish(appendingTo: &end)
        frames.append(Array(end.dropLast(sealer.header.count)))
        self.name = name
        self.contents = contents
        header = sealer.header
        self.frames = frames
    }

    /// A small file with lines of its own.
    init(_ name: SealedName, to key: SealedPair, frames count: Int = 4, seed: UInt64 = 1) throws {
        var random = SplitMix64(seed: seed)
        try self.init(name, to: key, (0..<count).map { _ in Content.random(lines: 1...2, of: 1...12, &random) })
    }

    /// The file with other frames.
    func with(_ frames: [[UInt8]]) -> [UInt8] { header + frames.joined() + header }

    /// Where a frame begins.
    func offset(_ frame: Int) -> Int { header.count + frames[..<frame].reduce(0) { $0 + $1.count } }
}

extension SealedSample.Content {
    /// Lines of any bytes, and a label of any numbers.
    static func random(
        lines: ClosedRange<Int>, of lengths: ClosedRange<Int>, _ random: inout SplitMix64
    ) -> SealedSample.Content {
        let count = Int.random(in: lines, using: &random)
        var bytes: [UInt8] = []
        for _ in 0..<count {
            for _ in 1..<Int.random(in: lengths, using: &random) {
                let byte = UInt8.random(in: .min ... .max, using: &random)
                bytes.append(byte == 0x0A ? 0x0D : byte)
            }
            bytes.append(0x0A)
        }
        return SealedSample.Content(
            label: FrameLabel(
                source: UInt32.random(in: .min ... .max, using: &random),
                context: UInt32.random(in: .min ... .max, using: &random),
                arrival: Int64.random(in: .min ... .max, using: &random), lines: UInt32(count)),
            lines: bytes)
    }
}
