import Events
import TestSupport
import Testing

@testable import Privacy

@Suite("The reading of a sealed file")
struct SealedFileReaderTests {
    private let day: VaultDay

    init() throws { day = try VaultDay() }

    @Test("Any lines are read back byte for byte, in their order and with their labels", arguments: 0..<40)
    func roundTrip(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let contents = (0..<Int.random(in: 0...8, using: &random)).map { _ in
            SealedSample.Content.random(lines: 1...30, of: 1...300, &random)
        }
        let writer = String(repeating: "w", count: Int.random(in: 1...255, using: &random))
        let kind = RetentionClass.sealed[Int(seed) % RetentionClass.sealed.count]
        let day = try VaultDay(sealing: kind)
        let sample = try SealedSample(
            day.name(Int.random(in: 0 ... .max, using: &random), kind: kind, writer: writer), to: day.key, contents)
        let reading = try SealedReading(sample.bytes, as: sample.name, with: day)
        #expect(reading.faults.isEmpty && reading.outerFaults.isEmpty)
        #expect(reading.has(contents.indices, of: sample))
    }

    @Test("The private half of another day opens nothing, and that is said")
    func anotherKey() throws {
        let sample = try SealedSample(day.name(), to: day.key)
        let reading = try SealedReading(sample.bytes, as: sample.name, with: VaultDay())
        #expect(reading.kinds == [.anotherKey])
        #expect(reading.frames.isEmpty && reading.outerFaults.isEmpty)
    }

    @Test("Held records open under the pair of their own hold and day, and under no other")
    func heldRecords() throws {
        let names: [PairName] = [
            .hold(7, day.day), .hold(8, day.day), .hold(7, day.day.advanced(by: 1)), .day(day.day, turn: 1),
            .request(7),
        ]
        let pairs = try names.map { try VaultDay($0, on: day.day) }
        let sample = try SealedSample(pairs[0].name(kind: .misuse), to: pairs[0].key)
        for pair in pairs {
            let reading = try SealedReading(sample.bytes, as: sample.name, with: pair)
            #expect(reading.kinds == (pair.key.name == names[0] ? [] : [.anotherKey]))
            #expect(reading.indices.isEmpty == (pair.key.name != names[0]))
        }
    }

    @Test("A file under the name of another one opens only to those who ask for any")
    func anotherName() throws {
        let sample = try SealedSample(day.name(), to: day.key)
        let others = [
            day.name(8), day.name(writer: "host-2"), day.name(kind: .rejects),
            SealedName(kind: .raw, day: day.day.advanced(by: 1), writer: "host-1", sequence: 7),
        ]
        for name in others {
            let closed = try SealedReading(sample.bytes, as: name, with: day)
            #expect(closed.kinds == [.anotherFile(sample.name)] && closed.outerFaults == closed.faults)
            #expect(closed.frames.isEmpty)
            let open = try SealedReading(sample.bytes, as: name, with: day, evenIfAnother: true)
            #expect(open.kinds == [.anotherFile(sample.name)])
            #expect(open.has(0..<4, of: sample))
        }
    }

    @Test("A header that was made to say another file opens nothing")
    func forgedName() throws {
        let sample = try SealedSample(day.name(), to: day.key)
        let wrapped = Array(sample.header.dropLast(32).suffix(80))
        let forged = SealedHeader(day.name(8), wrappedKey: wrapped).bytes
        let reading = try SealedReading(forged + sample.frames.joined() + forged, as: day.name(8), with: day)
        #expect(reading.kinds.first == .anotherKey)
        #expect(reading.frames.isEmpty)
    }

    @Test("A frame opens only with the index that it was sealed with")
    func index() throws {
        let sample = try SealedSample(day.name(), to: day.key)
        for frame in 0..<5 {
            for index in (0..<8) where index != frame {
                var frames = sample.frames
                frames[frame][11] = UInt8(index)
                let reading = try SealedReading(sample.with(frames), as: sample.name, with: day)
                #expect(reading.kinds == [.damaged(frames: frame...frame)])
                #expect(reading.has((0..<5).filter { $0 != frame }, of: sample))
                #expect(!reading.outerFaults.isEmpty)
            }
        }
    }

    @Test("What those who read throw is passed on, and ends the reading")
    func thrown() throws {
        struct Stop: Error {}
        let bytes = try SealedSample(day.name(), to: day.key).bytes
        let reader = try SealedFileReader.survey(day.name(), size: bytes.count) { Array(bytes[$0..<($0 + $1)]) }
        var given = 0
        #expect(throws: Stop.self) {
            _ = try reader.open(with: day.privateHalf) { _ in
                given += 1
                if given == 2 { throw Stop() }
            }
        }
        #expect(given == 2)
        #expect(throws: Stop.self) { _ = try SealedFileReader.survey(day.name(), size: 9) { _, _ in throw Stop() } }
    }

    @Test("What is wrong is said with the place and the frame, and with nothing that was sealed")
    func descriptions() {
        let named = SealedFault(.anotherFile(day.name()), at: 0)
        #expect("\(named)" == "byte 0: the header is that of host-1-7.sealed, raw of 2026-03-01")
        #expect("\(SealedFault(.damaged(frames: 3...3), at: 900))" == "byte 900: frame 3 is damaged or of another file")
        #expect("\(SealedFault(.missing(frames: 1...2), at: 5))" == "byte 5: frames 1 to 2 are missing")
    }
}
