import Events

@testable import Privacy

/// What a reader makes of bytes as a sealed file.
struct SealedReading {
    /// What was in the frames that were given, by index.
    private(set) var frames: [Int: SealedSample.Content] = [:]
    /// In the order in which they were given.
    private(set) var indices: [Int] = []
    private(set) var faults: [SealedFault] = []
    /// What is told without a key.
    let outerFaults: [SealedFault]

    var kinds: [SealedFault.Kind] { faults.map(\.kind) }

    init(_ bytes: [UInt8], as name: SealedName, with day: VaultDay, evenIfAnother isAnyFile: Bool = false) throws {
        let reader = try SealedFileReader.survey(name, size: bytes.count) { offset, count in
            Array(bytes[offset..<(offset + count)])
        }
        outerFaults = reader.faults()
        var frames: [Int: SealedSample.Content] = [:]
        var indices: [Int] = []
        faults = try reader.open(with: day.privateHalf, evenIfAnother: isAnyFile) { frame in
            frames[frame.index] = SealedSample.Content(label: frame.label, lines: frame.lines)
            indices.append(frame.index)
        }
        self.frames = frames
        self.indices = indices
    }

    /// Whether exactly these frames of the sample were given, once each and in their order.
    func has(_ expected: some Sequence<Int>, of sample: SealedSample) -> Bool {
        let expected = expected.filter { $0 < sample.contents.count }.sorted()
        return indices == expected && expected.allSatisfy { frames[$0] == sample.contents[$0] }
    }
}
