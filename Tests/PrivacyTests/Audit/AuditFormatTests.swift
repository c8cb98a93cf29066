import Events
import Foundation
import Testing

@testable import Privacy

@Suite("The form of the audit log")
struct AuditFormatTests {
    private static let author = AuditAuthor(host: "host", user: 1000)

    // Computed with Python's hashlib and hmac.
    private static let lines = [
        #"{"n":1,"time":"2026-03-01T04:00:00Z","event":"aggregate","by":"host uid 1000","outcome":"done","epochs":2,"rows":1200,"from":"2026-02-27","to":"2026-02-28","hash":"2a83d993e5b8e6ea6959ad3b5945fc6f605e84a07b97bc13421fd1341a752669","mac":"13206d2574b2bbbc5fdc223239814ab40cbd9ceafc72bbe69fdd7938e0d48440"}"#,
        #"{"n":2,"time":"2026-03-01T04:00:05Z","event":"key-rotated","by":"host uid 1000","number":1,"next":2,"hash":"39d852c1fa2f586d08a20882830b806741d4581216d743a06e69074655b7314b","mac":"6f44df7acee89b997743e7d80b180f2ca6850a5d7462ca6f274caf243c638711"}"#,
    ]
    private static let thirdKey = "2f287b4d3d4910f6cada9e1bd1b4648099e8c52c81aa4a6aebfa6fc86f19834e"

    @Test("Hashes, MACs and keys are those that another implementation computes")
    func vectors() throws {
        let (from, to) = (Day(year: 2026, month: 2, day: 27), Day(year: 2026, month: 2, day: 28))
        let first = AuditRecord(
            number: 1, time: 1_772_337_600, event: .aggregate, by: Self.author,
            [
                .outcome(.done), .count(.epochs, 2), .count(.rows, 1200), .day(.from, try #require(from)),
                .day(.to, try #require(to)),
            ])
        let second = AuditRecord(
            number: 2, time: 1_772_337_605, event: .keyRotated, by: Self.author,
            [.count(.number, 1), .count(.next, 2)])
        let key = AuditKey(number: 1, secret: TestKeys.secret(startingWith: 0))
        let line = AuditLine(first, after: .beginning, under: key)
        #expect(line.text == Self.lines[0])
        let next = key.next()
        #expect(next.number == 2)
        #expect(AuditLine(second, after: line.hash, under: next).text == Self.lines[1])
        #expect(TestKeys.bytes(next.next().secret) == bytes(hex: Self.thirdKey))
    }

    @Test("The page that describes the log shows these lines")
    func page() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(
            contentsOf: root.appendingPathComponent("Sources/Pipeline/Footfall.docc/AuditLog.md"), encoding: .utf8)
        for line in Self.lines { #expect(page.contains(line)) }
    }

    @Test("A line is read as it was written", arguments: lines)
    func reading(_ text: String) throws {
        let line = try #require(AuditLine(Array(text.utf8)))
        #expect(line.text == text)
    }

    @Test("Every kind of field can be read again")
    func fields() throws {
        let digest = try #require(AuditDigest(Array(repeating: 0xAB, count: 32)))
        let half = PrivateHalf.random()
        let officer = Officer(name: "anna", publicHalf: half.publicHalf, made: TestKeys.day)
        let foreign = Officer(name: "a\"\nb", publicHalf: half.publicHalf, made: TestKeys.day)
        var fields: [AuditField] = AuditField.Count.allCases.map { .count($0, -7) }
        fields += AuditField.Date.allCases.map { .day($0, TestKeys.day) }
        fields += AuditField.Instant.allCases.map { .time($0, -1) }
        fields += AuditField.Digest.allCases.map { .digest($0, digest) }
        fields += AuditField.Outcome.allCases.map { .outcome($0) } + RetentionClass.allCases.map { .retention($0) }
        fields += KeyRecord.Kind.allCases.map { .key($0) } + AuditDamage.allCases.map { .fault($0) }
        fields += [.officer(officer), .officer(foreign), .count(.rows, .max), .count(.rows, .min)]
        for event in AuditEvent.allCases {
            let record = AuditRecord(
                number: 1, time: 0, event: event, by: AuditAuthor(host: "\"\\\u{7}é", user: .max), fields)
            #expect(AuditRecord(Array(record.text.utf8)) == record)
        }
    }

    @Test(
        "What is written in any other way is no record",
        arguments: [
            ("\"n\":1,", "\"n\":01,"), ("\"n\":1,", "\"n\":0,"), ("\"n\":1,", "\"n\":-1,"), ("\"n\":1,", "\"n\":1.0,"),
            ("\"n\":1,", "\"n\": 1,"), ("\"n\":1,", "\"n\":\"1\","), ("\"n\":1,", "\"n\":9223372036854775808,"),
            ("04:00:00Z", "04:00:00"), ("04:00:00Z", "24:00:00Z"), ("04:00:00Z", "04:00:0aZ"), ("2026-03", "2026-13"),
            ("aggregate", "aggre\\u0067ate"), ("aggregate", "aggre\u{1B}gate"), ("aggregate", "ägg"),
            ("\"event\"", "\"Event\""), ("\"rows\":1200", "\"rows\":1e3"), ("\"rows\":1200", "\"rows\":+1"),
            ("\"rows\":1200", "\"rows\":null"), ("\"rows\":1200", "\"rows\":"), ("\"hash\":\"2a", "\"hash\":\"2A"),
            ("\"hash\":\"2a", "\"hash\":\"2"), ("\"mac\":\"13", "\"mac\":\"1g"), ("\"mac\"", "\"Mac\""),
            ("\"}", "\"} "),
            ("\"}", "\""), ("{", " {"), (",\"hash\"", " ,\"hash\""),
        ])
    func refused(_ old: String, _ new: String) throws {
        let range = try #require(Self.lines[0].range(of: old))
        let text = Self.lines[0].replacingCharacters(in: range, with: new)
        #expect(AuditLine(Array(text.utf8)) == nil)
    }

    @Test("Bytes that are no text, and lines longer than a record can be, are no record")
    func noText() {
        #expect(AuditLine([]) == nil)
        #expect(AuditLine(Array(repeating: 0xFF, count: 300)) == nil)
        var long = Array(Self.lines[0].utf8)
        long.insert(contentsOf: Array(repeating: UInt8(ascii: "a"), count: AuditLine.byteLimit), at: 60)
        #expect(AuditLine(long) == nil)
    }

    @Test("A head is read as it was written, whatever the line ends")
    func head() throws {
        let head = AuditHead(number: 12, hash: try #require(AuditDigest(Array(0..<32))))
        let text = """
            footfall audit head
            record 12
            hash 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f

            """
        #expect(head.text == text)
        #expect(AuditHead(text: text) == head)
        #expect(AuditHead(text: text.replacing("\n", with: "\r\n")) == head)
        for wrong in ["", "footfall audit head", text.replacing("12", with: "0"), text.replacing("hash", with: "mac")] {
            #expect(AuditHead(text: wrong) == nil)
        }
    }
}
