import Crypto
import Events
import Foundation
import Privacy
import TestSupport
import Testing

@testable import Pipeline

@Suite("Certificates")
struct CertificateTests {
    private let pair = Curve25519.Signing.PrivateKey()
    private var key: [UInt8] { Array(pair.publicKey.rawRepresentation) }

    private static func certificate() throws -> Certificate {
        let digest = String(repeating: "5e", count: 32)
        return Certificate(
            kind: .raw, day: try #require(Day("2026-03-08")), term: .months(3), basis: "law",
            lastKept: try #require(Day("2026-06-08")), destroyed: 1_780_963_205_042, method: .cryptoErasure,
            store: "3b1e", keys: Certificate.Keys(day: "00112233", keyEncryptionDestroyed: 7, keyEncryptionNow: 8),
            keyDirectory: Certificate.KeyDirectoryDigests(before: digest, after: digest),
            officers: [Certificate.OfficerEntry(name: "Ms \"Ö\"", fingerprint: "aa", privateHalfWaits: true)],
            files: [Certificate.File(name: "web-1-7.sealed", bytes: 12, sha256: digest, lines: 3)],
            replacedPartitions: [Certificate.ReplacedPartition(name: "web-1-3.parquet", sha256: digest)],
            inputsLeft: ["/var/log/access.log.9.gz"])
    }

    private static func isValid(_ key: [UInt8], _ signature: [UInt8], _ text: [UInt8]) -> Bool {
        (try? Curve25519.Signing.PublicKey(rawRepresentation: key))?.isValidSignature(signature, for: text) ?? false
    }

    private func sign(_ certificate: Certificate) throws -> SignedCertificate {
        SignedCertificate(
            certificate, key: key, signature: Array(try pair.signature(for: Array(certificate.text.utf8))))
    }

    /// A file of any text with a right signature.
    private func file(signing text: String) throws -> [UInt8] {
        let value = try pair.signature(for: Array(text.utf8)).base64EncodedString()
        let member = ",\"signature\":{\"key\":\"\(Data(key).base64EncodedString())\",\"value\":\"\(value)\"}}\n"
        return Array((text.dropLast() + member).utf8)
    }

    private static func read(_ bytes: [UInt8], signedBy key: [UInt8]? = nil) throws(CertificateError)
        -> SignedCertificate
    {
        try SignedCertificate.read(bytes, signedBy: key, isValid: isValid)
    }

    @Test("A certificate is one line of members in a fixed order, the signature last")
    func text() throws {
        let signed = try sign(Self.certificate())
        let text = String(decoding: signed.bytes, as: UTF8.self)
        let digest = String(repeating: "5e", count: 32)
        let expected = """
            {"version":1,"class":"raw","day":"2026-03-08","term":"3 months","basis":"law","last_kept":"2026-06-08",\
            "destroyed":"2026-06-09T00:00:05.042Z","method":"crypto-erasure","store":"3b1e",\
            "keys":{"day":"00112233","key_encryption_destroyed":7,"key_encryption_now":8},\
            "key_directory":{"before":"\(digest)","after":"\(digest)"},"tier":"T0",\
            "officers":[{"name":"Ms \\"Ö\\"","fingerprint":"aa","private_half_waits":true}],\
            "files":[{"name":"web-1-7.sealed","bytes":12,"sha256":"\(digest)","lines":3}],\
            "replaced_partitions":{"remark":"deleted, not crypto-erased",\
            "files":[{"name":"web-1-3.parquet","sha256":"\(digest)"}]},\
            "inputs_left":["/var/log/access.log.9.gz"]
            """
        #expect(
            text.hasPrefix(expected + ",\"signature\":{\"key\":\"\(Data(key).base64EncodedString())\",\"value\":\""))
        #expect(text.hasSuffix("\"}}\n"))
    }

    @Test("What was written is read back, and by whom it was signed")
    func roundTrip() throws {
        let deletion = Certificate(
            kind: .events, day: try #require(Day("2026-03-08")), term: .days(30),
            lastKept: try #require(Day("2026-04-07")), destroyed: 0, method: .deletion)
        for certificate in [try Self.certificate(), deletion] {
            let signed = try sign(certificate)
            #expect(try Self.read(signed.bytes) == signed)
            #expect(try Self.read(signed.bytes, signedBy: key).certificate == certificate)
            #expect(throws: CertificateError.otherKey) {
                try Self.read(signed.bytes, signedBy: [UInt8](repeating: 1, count: 32))
            }
        }
    }

    @Test("A store signs with its own key, and anybody can check it without the store")
    func storeKey() throws {
        let jobs = try TemporaryJobs()
        guard let key = try jobs.keys().signingKey(create: true) else {
            Issue.record("a key is made")
            return
        }
        let signed = SignedCertificate(try Self.certificate(), signedWith: key)
        #expect(try SignedCertificate.verify(signed.bytes) == signed)
        #expect(try Self.read(signed.bytes, signedBy: signed.key) == signed)
        var other = signed.bytes
        other[20] ^= 1
        #expect(throws: CertificateError.wrongSignature) { try SignedCertificate.verify(other) }
    }

    @Test("Any changed, missing or added byte is refused")
    func changes() throws {
        let bytes = try sign(Self.certificate()).bytes
        var random = SplitMix64(seed: 1)
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            #expect(throws: CertificateError.self) { try Self.read(changed) }
            changed[place] = UInt8(ascii: "\n")
            if place < bytes.count - 1 { #expect(throws: CertificateError.notOneLine) { try Self.read(changed) } }
            changed = bytes
            changed.remove(at: place)
            if place == 0 || bytes[place] != bytes[place - 1] {
                #expect(throws: CertificateError.self) { try Self.read(changed) }
            }
            changed = bytes
            changed.insert(UInt8(ascii: " "), at: place)
            #expect(throws: CertificateError.self) { try Self.read(changed) }
            #expect(throws: CertificateError.self) { try Self.read(Array(bytes[..<place])) }
        }
        #expect(throws: CertificateError.notOneLine) { try Self.read(bytes + [UInt8(ascii: "\n")]) }
        #expect(throws: CertificateError.notOneLine) { try Self.read(Array(bytes.dropLast())) }
        #expect(throws: CertificateError.notOneLine) { try Self.read([]) }
    }

    @Test("It says what is wrong")
    func errors() throws {
        let text = try Self.certificate().text
        let bytes = try file(signing: text)
        #expect(try Self.read(bytes).certificate == Self.certificate())
        var other = bytes
        other[text.utf8.count / 2] ^= 1
        #expect(throws: CertificateError.wrongSignature) { try Self.read(other) }
        #expect(throws: CertificateError.noSignature) { try Self.read(Array((text + "\n").utf8)) }
        let cases: [(String, CertificateError)] = [
            (text.replacing("\"version\":1", with: "\"version\":2"), .unknownVersion(2)),
            (text.replacing("\"version\":1,", with: ""), .notReadable), ("{}", .notReadable), ("}", .notReadable),
            (text.replacing("2026-03-08", with: "2026-02-30"), .notReadable),
            (text.replacing("3 months", with: "3 moons"), .notReadable),
            (text.replacing("\"tier\"", with: "\"tear\""), .notReadable),
            (text.replacing(",\"tier\"", with: ", \"tier\""), .notAsWritten),
            (text.replacing(",\"tier\"", with: ",\"more\":1,\"tier\""), .notAsWritten),
            (text.replacing("deleted, not", with: "not only"), .notAsWritten),
            (text.replacing("05.042Z", with: "05.42Z"), .notAsWritten),
        ]
        for (text, error) in cases {
            #expect(throws: error, "\(text)") { try Self.read(file(signing: text)) }
        }
    }

    /// What stands in the first block of a language on the page about certificates.
    private static func block(_ language: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..").standardized
        let page = try String(
            contentsOf: root.appendingPathComponent("Sources/Pipeline/Footfall.docc/Certificates.md"), encoding: .utf8)
        let start = try #require(page.range(of: "```\(language)\n")).upperBound
        let end = try #require(page.range(of: "```", range: start..<page.endIndex)).lowerBound
        return String(page[start..<end])
    }

    @Test("The example of the page about certificates is one")
    func example() throws {
        let signed = try Self.read(Array(Self.block("json").utf8))
        #expect(signed.certificate.day == Day("2026-03-08"))
        #expect(signed.certificate.files.map(\.lines) == [2480])
    }

    // Skipped on machines without openssl.
    @Test(
        "The page's commands accept its example, and refuse it once a digit was changed",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")))
    func commands() throws {
        let folder = try TemporaryFolder()
        func run(_ text: String) throws -> Int32 {
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/certificate.json"))
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/bin/sh")
            shell.arguments = ["-c", try Self.block("sh")]
            shell.currentDirectoryURL = URL(fileURLWithPath: folder.path)
            shell.standardOutput = FileHandle.nullDevice
            shell.standardError = FileHandle.nullDevice
            try shell.run()
            shell.waitUntilExit()
            return shell.terminationStatus
        }
        let text = try Self.block("json")
        #expect(try run(text) == 0)
        #expect(try run(text.replacing("2480", with: "2481")) != 0)
    }

    @Test("The same signature written in another way is refused")
    func otherSpelling() throws {
        let text = String(decoding: try sign(Self.certificate()).bytes, as: UTF8.self)
        let places = text.ranges(of: "=\"").map(\.lowerBound) + text.ranges(of: "==\"").map(\.lowerBound)
        #expect(places.count >= 2)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        for place in places {
            let last = text.index(before: place)
            guard let digit = alphabet.firstIndex(of: text[last]) else { continue }
            // The lowest bits of the last digit stand for nothing, and must be zero.
            var other = text
            other.replaceSubrange(last...last, with: [alphabet[digit | 1]])
            #expect(throws: CertificateError.noSignature) { try Self.read(Array(other.utf8)) }
        }
    }
}
