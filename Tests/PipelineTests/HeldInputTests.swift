import Foundation
import Intake
import TestSupport
import Testing

@testable import Pipeline

@Suite("Input that waits")
struct HeldInputTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { $0 % 50 == 49 ? 10 : UInt8(truncatingIfNeeded: 65 + $0 / 50 % 26) }
    }

    private static func released(_ held: HeldInput) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try held.release { bytes += $0.copied }
        return bytes
    }

    @Test("A pipe gives back what it was given, from memory and from disk", arguments: [0, 1, 9])
    func pipe(_ mebibytes: Int) throws {
        let held = HeldInput(spillingTo: folder.path)
        let chunk = Self.bytes(1 << 20)
        for number in 0..<mebibytes { try held.append(chunk.span, at: Int64(number) << 20) }
        #expect(held.isEmpty == (mebibytes == 0))
        #expect(held.byteCount == Int64(mebibytes) << 20)
        #expect(held.lineFeeds == mebibytes * ((1 << 20) / 50))
        let back = try Self.released(held)
        #expect(back.count == mebibytes << 20)
        #expect((0..<mebibytes).allSatisfy { back[$0 << 20..<($0 + 1) << 20] == chunk[...] })
        #expect(held.isEmpty)
        #expect(try Self.released(held) == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test(
        "A file is read again, exactly the part that was held",
        arguments: [
            0..<1, 0..<5000, 1..<2, 777..<4321, 4999..<5000, 0..<0,
        ])
    func file(_ range: Range<Int>) throws {
        let bytes = Self.bytes(5000)
        let path = folder.path + "/log"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let held = try HeldInput(file: ByteStream(path: path))
        for start in stride(from: range.lowerBound, to: range.upperBound, by: 1000) {
            let part = Array(bytes[start..<min(start + 1000, range.upperBound)])
            try held.append(part.span, at: Int64(start))
        }
        #expect(held.lineFeeds == bytes[range].count { $0 == 10 })
        #expect(try Self.released(held) == Array(bytes[range]))
    }

    @Test("What is held after a release begins anew")
    func again() throws {
        let bytes = Self.bytes(5000)
        let path = folder.path + "/log"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        for held in [try HeldInput(file: ByteStream(path: path)), HeldInput(spillingTo: folder.path)] {
            let first = Array(bytes[0..<100])
            let second = Array(bytes[4000..<4200])
            try held.append(first.span, at: 0)
            held.clear()
            #expect(held.isEmpty)
            #expect(held.lineFeeds == 0)
            try held.append(second.span, at: 4000)
            #expect(try Self.released(held) == second)
        }
    }

    @Test("A file that has become shorter asks for another run")
    func shorter() throws {
        let bytes = Self.bytes(5000)
        let path = folder.path + "/log"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let held = try HeldInput(file: ByteStream(path: path))
        try held.append(bytes.span, at: 0)
        try Data(bytes.prefix(100)).write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: JobError.self) { _ = try Self.released(held) }
        #expect(error?.kind == .busy)
    }

    @Test("Chunks that wait on disk come back in order, and no name in the folder tells of them", arguments: 0..<5)
    func spill(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let spill = try SpillFile.make(in: folder.path)
        let chunks = (0..<20).map { _ in
            (0..<Int.random(in: 0...3000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        for chunk in chunks { try spill.append(chunk.span) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        for _ in 0..<2 {
            var back: [[UInt8]] = []
            try spill.replay { back.append($0.copied) }
            #expect(back == chunks)
        }
    }

    @Test("A folder that is not there is an error of the disk")
    func noFolder() {
        let error = #expect(throws: JobError.self) { _ = try SpillFile.make(in: folder.path + "/none") }
        #expect(error?.kind == .io)
    }
}
