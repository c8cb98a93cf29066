import Gzip
import TestSupport
import Testing

struct GzipTests {
    /// Bytes between noise and one letter.
    static func sample(_ count: Int, seed: UInt64) -> [UInt8] {
        var random = SplitMix64(seed: seed)
        let alphabet = UInt64(1) << (seed % 9)
        return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() % alphabet) }
    }

    static func deflated(_ bytes: [UInt8], level: Int = 1) -> [UInt8] {
        var deflater = GzipDeflater(level: level)
        var output: [UInt8] = []
        deflater.deflate(bytes.span, appendingTo: &output)
        return output
    }

    /// Inflates in pieces of the given sizes.
    static func inflate(_ input: [UInt8], inputPiece: Int, outputPiece: Int) throws -> (
        bytes: [UInt8], isComplete: Bool
    ) {
        var inflater = GzipInflater()
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: outputPiece)
        var position = 0
        while true {
            let piece = input.span.extracting(position..<min(position + inputPiece, input.count))
            let progress = try inflater.inflate(piece, into: &buffer, at: 0)
            #expect(progress.consumed == piece.count || progress.produced == buffer.count)
            output += buffer[..<progress.produced]
            position += progress.consumed
            if progress.consumed == 0, progress.produced == 0 { break }
        }
        let counts = [inflater.consumedBytes, inflater.producedBytes]
        #expect(counts == [Int64(position), Int64(output.count)])
        return (output, inflater.isAtBoundary)
    }

    // printf 'hello\n' | gzip -n
    static let hello: [UInt8] = [
        0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xE7, 0x02, 0, 0x20, 0x30, 0x3A, 0x36, 6, 0,
        0, 0,
    ]

    @Test("What gzip wrote is inflated")
    func known() throws {
        let inflated = try Gzip.inflate(GzipTests.hello.span, exactly: 6)
        #expect(inflated == Array("hello\n".utf8))
    }

    @Test(
        "What is deflated inflates to the same, at every level and size", arguments: [0, 1, 6, 9], [0, 1, 100, 70_000])
    func roundTrip(level: Int, count: Int) throws {
        for seed in 0..<9 {
            let bytes = GzipTests.sample(count, seed: UInt64(seed))
            let deflated = GzipTests.deflated(bytes, level: level)
            let inflated = try Gzip.inflate(deflated.span, exactly: count)
            #expect(inflated == bytes)
        }
    }

    @Test("One deflater makes any number of members, each complete")
    func reuse() throws {
        var deflater = GzipDeflater()
        for seed in 0..<20 {
            let bytes = GzipTests.sample(seed * 500, seed: UInt64(seed))
            var output: [UInt8] = [1, 2, 3]
            deflater.deflate(bytes.span, appendingTo: &output)
            #expect(output.prefix(3) == [1, 2, 3])
            let inflated = try Gzip.inflate(output.span.extracting(3...), exactly: bytes.count)
            #expect(inflated == bytes)
        }
    }

    @Test(
        "Several members, with zeros behind them, inflate in pieces of any size", arguments: [1, 7, 1000], [1, 3, 5000])
    func pieces(inputPiece: Int, outputPiece: Int) throws {
        let parts: [[UInt8]] = [GzipTests.sample(3000, seed: 4), [], GzipTests.sample(500, seed: 0), Array("end".utf8)]
        let input: [UInt8] = parts.flatMap { part in GzipTests.deflated(part) } + [0, 0, 0, 0]
        let result = try GzipTests.inflate(input, inputPiece: inputPiece, outputPiece: outputPiece)
        #expect(result.bytes == Array(parts.joined()))
        #expect(result.isComplete)
    }

    @Test("The input may end before the first member and after a complete one, nowhere else")
    func boundaries() throws {
        let input = GzipTests.deflated(GzipTests.sample(200, seed: 5))
        for length in 0...input.count {
            let result = try GzipTests.inflate([UInt8](input[..<length]), inputPiece: 50, outputPiece: 50)
            #expect(result.isComplete == (length == 0 || length == input.count), "\(length) bytes")
        }
    }

    @Test(
        "What is no gzip is refused where it begins",
        arguments: [
            ([], Array("plain text".utf8), 0), ([], [0, 0], 0), ([], [0x1F, 0x8C, 8, 0], 0),
            (hello, Array("x".utf8), 26),
            (hello, [0, 0, 0, 9], 29), (hello, [0x1F, 0x8C], 26),
        ] as [([UInt8], [UInt8], Int64)])
    func notGzip(before: [UInt8], garbage: [UInt8], offset: Int64) {
        #expect(throws: GzipError.notGzip(offset: offset)) {
            try GzipTests.inflate(before + garbage, inputPiece: 1000, outputPiece: 1000)
        }
        #expect(throws: GzipError.notGzip(offset: offset)) {
            try GzipTests.inflate(before + garbage, inputPiece: 1, outputPiece: 1)
        }
    }

    @Test("A wrong checksum and a wrong length are told from a damaged stream")
    func damage() {
        func refusal(_ place: Int) -> GzipError? {
            var input = GzipTests.hello
            input[place] ^= 0x40
            do throws(GzipError) {
                _ = try Gzip.inflate(input.span, exactly: 6)
                return nil
            } catch {
                return error
            }
        }
        for place in 18..<22 { #expect(refusal(place) == .checksum(offset: 22)) }
        for place in 22..<26 { #expect(refusal(place) == .checksum(offset: 26)) }
        #expect(refusal(2) == .corrupt(offset: 4))
        #expect(refusal(0) == .notGzip(offset: 0))
    }

    @Test("After an error every call gives the same error")
    func latch() throws {
        var inflater = GzipInflater()
        var buffer = [UInt8](repeating: 0, count: 10)
        for input in [[1], GzipTests.hello] as [[UInt8]] {
            #expect(throws: GzipError.notGzip(offset: 0)) { try inflater.inflate(input.span, into: &buffer, at: 0) }
        }
        let isAtBoundary = inflater.isAtBoundary
        #expect(!isAtBoundary)
    }

    @Test("A bomb is stopped at the ratio, and a small file may exceed it")
    func ratio() throws {
        let bomb = GzipTests.deflated([UInt8](repeating: 0, count: 8 << 20), level: 9)
        var inflater = GzipInflater(maximumRatio: 100)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        #expect(throws: GzipError.self) {
            var position = 0
            while position < bomb.count {
                position += try inflater.inflate(bomb.span.extracting(position...), into: &buffer, at: 0).consumed
            }
        }
        let produced = inflater.producedBytes
        #expect(produced <= (1 << 20) + (1 << 16))
        let small = GzipTests.deflated([UInt8](repeating: 0, count: 500_000), level: 9)
        var patient = GzipInflater(maximumRatio: 2)
        var room = [UInt8](repeating: 1, count: 500_000)
        let progress = try patient.inflate(small.span, into: &room, at: 0)
        #expect(progress.produced == 500_000)
    }

    @Test(
        "A size that is not the content's is refused", arguments: [0, 5, 7, 26 * 1032 + 64, 26 * 1032 + 65, .max, -1])
    func size(claimed: Int) {
        #expect(throws: GzipError.sizeMismatch(expected: claimed)) {
            try Gzip.inflate(GzipTests.hello.span, exactly: claimed)
        }
    }

    @Test("A truncated member is told by where the input ends")
    func truncated() {
        #expect(throws: GzipError.truncated(offset: 25)) {
            try Gzip.inflate(GzipTests.hello.span.extracting(..<25), exactly: 6)
        }
    }

    @Test("The CRC-32 of 123456789 is the check value of its definition")
    func crc() {
        let digits = Array("123456789".utf8)
        let check = Gzip.crc32(digits.span)
        let nothing = Gzip.crc32(digits.span.extracting(..<0))
        #expect(check == 0xCBF4_3926)
        #expect(nothing == 0)
    }

    @Test("Damaged input is an error or other bytes, never a crash", arguments: 0..<200)
    func fuzz(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        var input = GzipTests.deflated(GzipTests.sample(300, seed: UInt64(seed))) + GzipTests.hello
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            input[Int.random(in: 0..<input.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
        }
        _ = try? GzipTests.inflate(input, inputPiece: 64, outputPiece: 64)
    }

    @Test(
        "Only the magic bytes make gzip",
        arguments: [
            (hello, true), ([0x1F, 0x8B], true), ([0x1F], false), ([0x1F, 0x9D], false), ([], false),
        ] as [([UInt8], Bool)])
    func magic(prefix: [UInt8], expected: Bool) {
        let isGzip = Gzip.isGzip(prefix.span)
        #expect(isGzip == expected)
    }
}
