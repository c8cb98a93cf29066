import Events
import TestSupport
import Testing

@testable import Privacy

@Suite("Damage to a sealed file")
struct SealedFileDamageTests {
    private let day: VaultDay
    private let sample: SealedSample
    private let all = Set(0..<5)

    init() throws {
        day = try VaultDay()
        sample = try SealedSample(day.name(), to: day.key)
    }

    private func read(_ bytes: [UInt8]) throws -> SealedReading {
        try SealedReading(bytes, as: sample.name, with: day)
    }

    /// What lies at a byte of the file: a frame, or nil for the header and the trailer.
    private func frame(at byte: Int) -> Int? {
        guard byte >= sample.header.count, byte < sample.bytes.count - sample.header.count else { return nil }
        return sample.frames.indices.last { sample.offset($0) <= byte }
    }

    @Test(
        "A bit that is changed anywhere is reported with its frame, and every other frame still reads", arguments: 0..<8
    )
    func bits(_ bit: Int) throws {
        for byte in sample.bytes.indices {
            var changed = sample.bytes
            changed[byte] ^= 1 << UInt8(bit)
            let reading = try read(changed)
            if let frame = frame(at: byte) {
                #expect(reading.faults == [SealedFault(.damaged(frames: frame...frame), at: sample.offset(frame))])
                #expect(reading.has(all.subtracting([frame]), of: sample))
            } else {
                #expect(reading.kinds == [byte < sample.header.count ? .headerDamaged : .trailerDamaged])
                #expect(reading.outerFaults == reading.faults)
                #expect(reading.has(all, of: sample))
            }
        }
    }

    @Test(
        "Without a key, changed marks, indices, lengths and flags are told",
        arguments: [0..<8, 8..<12, 12..<16, 40..<41])
    func withoutKey(_ part: Range<Int>) throws {
        for frame in sample.frames.indices {
            for byte in part {
                for bit in 0..<8 {
                    var frames = sample.frames
                    frames[frame][byte] ^= 1 << UInt8(bit)
                    #expect(!(try read(sample.with(frames)).outerFaults.isEmpty))
                }
            }
        }
    }

    @Test("A file that is cut off anywhere gives the frames that are whole")
    func truncation() throws {
        for length in sample.bytes.indices {
            let reading = try read(Array(sample.bytes[..<length]))
            let whole = sample.frames.indices.filter { sample.offset($0) + sample.frames[$0].count <= length }
            let end = sample.header.count + whole.reduce(0) { $0 + sample.frames[$1].count }
            if length < sample.header.count {
                #expect(reading.kinds == [.headerDamaged, .trailerDamaged])
                #expect(reading.frames.isEmpty)
            } else {
                #expect(reading.faults == [SealedFault(whole.count == 5 ? .trailerDamaged : .cutOff, at: end)])
                #expect(reading.outerFaults == reading.faults)
                #expect(reading.has(whole, of: sample))
            }
        }
    }

    @Test("A file whose beginning is cut off anywhere gives the frames that are whole")
    func beheading() throws {
        for start in sample.bytes.indices.dropFirst() {
            let reading = try read(Array(sample.bytes[start...]))
            let whole = sample.frames.indices.filter { sample.offset($0) >= start }
            // What is left when all but the trailer is gone begins with a header.
            let isTrailer = start == sample.bytes.count - sample.header.count
            #expect(reading.kinds.first == (isTrailer ? .cutOff : .headerDamaged))
            #expect(reading.has(whole, of: sample))
        }
    }

    @Test("Two frames that have changed places are both told, and all lines are given in their order")
    func swaps() throws {
        for first in 0..<5 {
            for second in (first + 1)..<5 {
                var frames = sample.frames
                frames.swapAt(first, second)
                let reading = try read(sample.with(frames))
                #expect(Set(reading.kinds) == [.outOfPlace(frame: first), .outOfPlace(frame: second)])
                #expect(reading.faults.map(\.kind) == [.outOfPlace(frame: second), .outOfPlace(frame: first)])
                #expect(reading.has(all, of: sample))
            }
        }
    }

    @Test("Frames that were taken out are told")
    func removal() throws {
        for first in 0..<4 {
            for last in first..<4 {
                var frames = sample.frames
                frames.removeSubrange(first...last)
                let reading = try read(sample.with(frames))
                #expect(reading.faults == [SealedFault(.missing(frames: first...last), at: sample.offset(first))])
                #expect(reading.outerFaults == reading.faults)
                #expect(reading.has(all.subtracting(first...last), of: sample))
            }
        }
        let reading = try read(sample.with(sample.frames.dropLast()))
        #expect(reading.faults == [SealedFault(.cutOff, at: sample.offset(4))])
        #expect(reading.outerFaults == reading.faults)
    }

    @Test("A frame that is there twice is told, and given once")
    func doubled() throws {
        for frame in 0..<5 {
            for place in 0...5 {
                var frames = sample.frames
                frames.insert(sample.frames[frame], at: place)
                let reading = try read(sample.with(frames))
                #expect(reading.kinds == [.twice(frame: frame)])
                #expect(reading.has(all, of: sample))
            }
        }
    }

    @Test(
        "Frames of another file, writer or day do not open in a frame's place or between frames, with its mark or their own"
    )
    func foreignFrames() throws {
        let nextDay = try VaultDay(TestKeys.day.advanced(by: 1))
        let others = [
            try SealedSample(day.name(8), to: day.key), try SealedSample(day.name(writer: "host-2"), to: day.key),
            try SealedSample(nextDay.name(), to: nextDay.key), try SealedSample(day.name(), to: day.key, seed: 2),
        ]
        for other in others {
            for frame in 0..<5 {
                let marked = Array(sample.frames[frame].prefix(8)) + other.frames[frame].dropFirst(8)
                for foreign in [other.frames[frame], marked] {
                    var frames = sample.frames
                    frames[frame] = foreign
                    let replaced = try read(sample.with(frames))
                    #expect(
                        replaced.faults == [SealedFault(.damaged(frames: frame...frame), at: sample.offset(frame))])
                    #expect(replaced.has(all.subtracting([frame]), of: sample))
                    frames = sample.frames
                    frames.insert(foreign, at: frame)
                    let inserted = try read(sample.with(frames))
                    #expect(
                        inserted.faults == [SealedFault(.foreign(bytes: foreign.count), at: sample.offset(frame))])
                    #expect(inserted.has(all, of: sample))
                }
            }
        }
    }

    @Test("Bytes before, between and behind the frames and behind the file are told")
    func foreignBytes() throws {
        for count in [1, 7, 8, 57, 500] {
            let foreign = [UInt8](repeating: 0x42, count: count)
            for frame in 0..<5 {
                var frames = sample.frames
                frames.insert(foreign, at: frame)
                let reading = try read(sample.with(frames))
                #expect(reading.faults == [SealedFault(.foreign(bytes: count), at: sample.offset(frame))])
                #expect(reading.has(all, of: sample))
            }
            let behind = try read(sample.bytes + foreign)
            #expect(behind.faults == [SealedFault(.foreign(bytes: count), at: sample.bytes.count)])
            #expect(behind.outerFaults == behind.faults)
            #expect(behind.has(all, of: sample))
            let before = try read(foreign + sample.bytes)
            #expect(before.kinds == [.headerDamaged, .foreign(bytes: count)])
            #expect(before.has(all, of: sample))
        }
    }

    @Test("A frame that stands behind the trailer is told, and given in its order")
    func behindTheTrailer() throws {
        for frame in 0..<5 {
            let copied = try read(sample.bytes + sample.frames[frame])
            #expect(copied.faults == [SealedFault(.twice(frame: frame), at: sample.bytes.count)])
            #expect(copied.has(all, of: sample))
            var frames = sample.frames
            frames.remove(at: frame)
            let moved = try read(sample.with(frames) + [0x42] + sample.frames[frame])
            #expect(moved.kinds.contains(frame == 4 ? .trailerDamaged : .outOfPlace(frame: frame)))
            #expect(moved.has(all, of: sample))
        }
    }

    @Test("With header and trailer both damaged nothing opens, and both are told")
    func bothEnds() throws {
        var bytes = sample.bytes
        bytes[20] ^= 1
        bytes[bytes.count - 1] ^= 1
        let reading = try read(bytes)
        #expect(reading.kinds == [.headerDamaged, .trailerDamaged])
        #expect(reading.frames.isEmpty)
    }

    @Test(
        "Whatever is done to a file, every frame that is still whole in it is given, and nothing else",
        arguments: 0..<200)
    func edits(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let other = try SealedSample(day.name(8), to: day.key, seed: 2)
        var middle = Array(sample.frames.joined())
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = Int.random(in: 0...middle.count, using: &random)
            let end = min(place + Int.random(in: 0...120, using: &random), middle.count)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: middle.removeSubrange(place..<end)
            case 1: middle.insert(contentsOf: middle[place..<end], at: Int.random(in: 0...middle.count, using: &random))
            case 2: middle.insert(contentsOf: sample.frames[Int.random(in: 0..<5, using: &random)], at: place)
            case 3: middle.insert(contentsOf: other.frames[Int.random(in: 0..<5, using: &random)], at: place)
            default: if place < end { middle[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
            }
        }
        let reading = try read(sample.header + middle + sample.header)
        let whole = sample.frames.indices.filter { frame in
            middle.indices.contains { middle[$0...].starts(with: sample.frames[frame]) }
        }
        #expect(reading.has(whole, of: sample))
        #expect(reading.faults.isEmpty == (middle == Array(sample.frames.joined())))
    }
}
