import Crypto
import Events
import Foundation
import Gzip
import TestSupport
import Testing

@testable import Privacy

@Suite("The writing of a sealed file")
struct FileSealerTests {
    private let day: VaultDay

    init() throws { day = try VaultDay() }

    private func label(_ lines: UInt32 = 1) -> FrameLabel {
        FrameLabel(source: 0x0102_0304, context: 0x0506_0708, arrival: 0x090A_0B0C_0D0E_0F10, lines: lines)
    }

    @Test("The header says what the file is, in the order of the design")
    func header() throws {
        let sample = try SealedSample(
            SealedName(kind: .rejects, day: day.day, writer: "web-3", sequence: 0x0102), to: day.key, frames: 1)
        let named =
            Array("footvlt".utf8) + [1, 2, 0, 0, 0x50, 0x21, 5] + Array("web-3".utf8) + [0, 0, 0, 0, 0, 0, 1, 2]
        #expect(sample.header.starts(with: named))
        #expect(sample.header.count == named.count + 80 + 32)
        #expect(Array(sample.header.suffix(32)) == SHA256Digest.digest(Array(sample.header.dropLast(32))))
        #expect(day.day.number == 0x5021)
    }

    @Test(
        "The byte of a kind is never that of another one, and never changes",
        arguments: [
            (RetentionClass.raw, 1), (.rejects, 2), (.misuse, 3), (.illegal, 4), (.order, 5), (.requests, 6),
            (.corrections, 7),
        ])
    func kinds(_ kind: RetentionClass, _ byte: Int) throws {
        let pair = try VaultDay(sealing: kind)
        #expect(try SealedSample(pair.name(kind: kind), to: pair.key).header[8] == UInt8(byte))
    }

    /// Takes the file apart with nothing of ours but the names of the parts.
    @Test("HPKE, AES-256-GCM and gzip alone open a file as the design describes it")
    func format() throws {
        let lines = Array("198.51.100.7 - - [01/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 5\n".utf8)
        let content = SealedSample.Content(label: label(), lines: lines + lines)
        let sample = try SealedSample(
            day.name(258, writer: "web-3"), to: day.key, [SealedSample.Content](repeating: content, count: 300))
        let header = Data(sample.header)
        let wrapped = header.dropLast(32).suffix(80)
        let info = ["footfall/v1", "vault file", "raw", "2026-03-01", "web-3", "258"].reduce(into: Data()) {
            $0 += [0, 0, 0, UInt8($1.utf8.count)] + Data($1.utf8)
        }
        let key = try day.privateHalf.withKey { half in
            var recipient = try HPKE.Recipient(
                privateKey: half,
                ciphersuite: .init(kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256),
                info: info, encapsulatedKey: wrapped.prefix(32))
            return SymmetricKey(data: try recipient.open(wrapped.dropFirst(32)))
        }
        let digest = Data(SHA256.hash(data: header))
        for (index, frame) in sample.frames.enumerated() {
            let isLast = index == sample.frames.count - 1
            #expect(Data(frame.prefix(8)) == digest.prefix(8))
            let head = Data(frame[8..<41])
            let sealed = frame.count - 57
            let number = [0, 0, UInt8(index >> 8), UInt8(index & 0xFF)]
            var expected = number + [0, 0, 0, UInt8(sealed)]
            expected += isLast ? [UInt8](repeating: 0, count: 24) + [1] : [0, 0, 0, UInt8(2 * lines.count), 0, 0, 0, 1]
            expected += isLast ? [] : (1...16).map { UInt8($0) } + [0]
            #expect(Array(head) == expected)
            let box = try AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: [0, 0, 0, 0, 0, 0, 0, 0] + number),
                ciphertext: frame[41..<(41 + sealed)], tag: frame.suffix(16))
            let plain = try AES.GCM.open(box, using: key, authenticating: digest + head)
            if isLast {
                #expect(plain.isEmpty)
            } else {
                #expect(try Gzip.inflate(Array(plain).span, exactly: 2 * lines.count) == lines + lines)
            }
        }
        #expect(sample.bytes.suffix(header.count).elementsEqual(header))
    }

    @Test("A file that is written twice has other bytes, and not one sealed text in common")
    func twice() throws {
        let first = try SealedSample(day.name(), to: day.key)
        let second = try SealedSample(day.name(), to: day.key)
        #expect(first.contents == second.contents)
        func texts(_ sample: SealedSample) -> [ArraySlice<UInt8>] {
            sample.frames.dropLast().map { $0[41...].dropLast(16) }
        }
        #expect(Set(texts(first)).isDisjoint(with: texts(second)))
        #expect(first.header != second.header)
    }

    @Test("Files that are written at the same time share a deflater")
    func shared() throws {
        let deflater = FrameDeflater()
        var random = SplitMix64(seed: 3)
        let contents = (0..<12).map { _ in SealedSample.Content.random(lines: 1...40, of: 1...200, &random) }
        let sealers = try (0..<3).map { try FileSealer(day.name($0), to: day.key, deflater: deflater) }
        var files = sealers.map(\.header)
        for (number, content) in contents.enumerated() {
            sealers[number % 3].seal(content.lines.span, content.label, appendingTo: &files[number % 3])
        }
        for file in 0..<3 {
            sealers[file].finish(appendingTo: &files[file])
            let reading = try SealedReading(files[file], as: day.name(file), with: day)
            #expect(reading.faults.isEmpty)
            #expect(reading.frames.count == 4)
            for (index, content) in reading.frames { #expect(content == contents[index * 3 + file]) }
        }
    }

    @Test("Frames may be full, hold one line that is longer, and grow when they are deflated")
    func lengths() throws {
        var random = SplitMix64(seed: 4)
        let full = SealedSample.Content.random(lines: 2...2, of: 128 << 10...128 << 10, &random)
        let long = SealedSample.Content.random(lines: 1...1, of: 1 << 20...1 << 20, &random)
        let empty = SealedSample.Content(label: label(256 << 10), lines: [UInt8](repeating: 0x0A, count: 256 << 10))
        let least = SealedSample.Content(label: label(), lines: [0x0A])
        #expect(full.lines.count == FileSealer.frameBytes)
        let sample = try SealedSample(day.name(), to: day.key, [full, long, empty, least, full])
        #expect(sample.frames[0].count > FileSealer.frameBytes + FrameHead.overhead)
        let reading = try SealedReading(sample.bytes, as: sample.name, with: day)
        #expect(reading.faults.isEmpty && reading.outerFaults.isEmpty)
        #expect(reading.has(0..<5, of: sample))
    }

    @Test("What cannot be the public half of anything is refused")
    func unusable() throws {
        let bytes = Array("footday".utf8) + [1, 0, 0, 0, 1] + [UInt8](repeating: 0, count: 32 + 28)
        let zero = try #require(SealedPair(bytes, name: day.key.name))
        #expect(throws: SealError.unusableKey) { _ = try FileSealer(day.name(), to: zero, deflater: FrameDeflater()) }
    }
}
