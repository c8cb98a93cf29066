import Events
import Intake
import TestSupport
import Testing

@testable import Privacy

@Suite("Rows of subjects")
struct SubjectMatcherTests {
    private static func tags(_ identifiers: [(SubjectIdentifier.Kind, String)]) -> Set<SubjectTag> {
        Set(identifiers.flatMap { SubjectTaggerTests.tags($0.0, $0.1) })
    }

    private static func match(_ rows: [RawRow], _ listed: Set<SubjectTag>, ignoresUserCase: Bool = false)
        -> [SubjectMatch]
    {
        var matcher = SubjectMatcher(listed, SubjectTaggerTests.tagger(ignoresUserCase: ignoresUserCase))
        return matcher.match(RawBatch(rows))
    }

    private static let kim: Set<SubjectTag> = tags([
        (.user, "kim"), (.cookie, "abc"), (.address, "203.0.113.9"), (.device, "SN-1"),
    ])

    private static let rows: [([RawBatch.Text: String], SubjectMatch, isObjector: Bool, isSubject: Bool)] = [
        ([.client: "203.0.113.9"], .address, true, true),
        ([.client: "203.0.113.8"], [], false, false),
        ([.client: "203.0.113.9", .cookie: "other"], [.address, .foreign], false, false),
        ([.client: "203.0.113.9", .cookie: "abc"], [.address, .own, .leading], true, true),
        ([.client: "203.0.113.8", .cookie: "abc", .user: "ann"], [.own, .foreign], true, false),
        ([.client: "203.0.113.9", .user: "kim", .cookie: "other"], [.address, .own, .foreign, .leading], true, true),
        ([.user: "abc"], .foreign, false, false),
        ([.mac: "SN-1"], [.own, .leading], true, true),
        ([.client: "203.0.113.9", .device: "00000000-0000-0000-0000-000000000000"], .address, true, true),
        ([.client: "203.0.113.9", .mac: "00:00:00:00:00:00"], .address, true, true),
        ([.target: "/"], [], false, false),
    ]

    @Test(
        "A row is a subject's by its first strong identifier, or by the address if nothing on it names anybody; an objector's by any"
    )
    func definition() {
        let matches = Self.match(Self.rows.map { RawRow($0.0) }, Self.kim)
        for (row, match) in zip(Self.rows, matches) {
            #expect(
                match == row.1 && match.isObjector == row.isObjector && match.isSubject == row.isSubject, "\(row.0)")
        }
    }

    @Test("A row looked at by itself says what it says among others", arguments: 0..<20 as Range<UInt64>)
    func oneByOne(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let batch = RawBatch((0..<30).map { _ in Self.randomRow(&random) })
        var matcher = SubjectMatcher(Self.kim, SubjectTaggerTests.tagger())
        let matches = matcher.match(batch)
        #expect((0..<30).map { matcher.match(batch, row: $0) } == matches)
    }

    private static let headers: [(listed: String, header: String, isFound: Bool)] = [
        ("sid=1234", "theme=dark; sid=1234", true), ("sid=1234", "sid=1234;theme=dark", true),
        ("sid=1234", " sid=1234 ; theme=dark", true), ("sid=123", "sid=1234; theme=dark", false),
        ("1234", "theme=dark; sid=1234", false), ("0123456789abcdef", "a=b; sid=0123456789abcdef", true),
        ("0123456789abcdef", #"a=b; sid="0123456789abcdef""#, true), ("0123456789abcdef", "0123456789abcdef=b", false),
        ("sid=0123456789abcdef; theme=dark", "lang=ko; sid=0123456789abcdef", true),
        ("sid=0123456789abcdef; theme=dark", "theme=dark; sid=other", false),
        ("a=1; b=2", "a=1; b=2", true), ("a=1; b=2", "b=2; a=1", false), ("", "; ;=;a", false),
    ]

    @Test(
        "A Cookie header is found by each of its pairs, and given as a header by those that tell people apart",
        arguments: headers)
    func cookieHeader(_ listed: String, _ header: String, isFound: Bool) {
        let match = Self.match([RawRow([.cookie: header])], Self.tags([(.cookie, listed)]))
        #expect(match == [isFound ? [.own, .leading] : .foreign])
    }

    @Test("With an empty list nothing is looked at")
    func empty() {
        #expect(Self.match(Self.rows.map { RawRow($0.0) }, []).isEmpty)
    }

    /// Random identifiers, each in all notations.
    private static func notations(
        of kind: SubjectIdentifier.Kind, _ random: inout SplitMix64
    ) -> (column: RawBatch.Text, notations: [String]) {
        switch kind {
        case .user: return (.user, NotationTests.notations(of: .user, &random))
        case .device: return (.device, NotationTests.notations(of: .device, &random))
        case .mac: return (.mac, NotationTests.notations(of: .mac, &random))
        case .address:
            if Bool.random(using: &random) { return (.client, NotationTests.notations(of: .client, &random)) }
            let groups = (0..<8).map { _ in String(UInt16.random(in: 1...UInt16.max, using: &random), radix: 16) }
            let plain = groups.joined(separator: ":")
            let padded = groups.map { String(repeating: "0", count: 4 - $0.count) + $0 }.joined(separator: ":")
            return (
                .client, [plain, plain.uppercased(), padded, "[\(plain)]", "[\(padded)]:443", "\(plain)%eth0"]
            )
        case .email:
            let letters = ["e\u{301}", "u\u{308}", "a", "Z", "7", "\u{304B}\u{3099}", "."]
            let name = "x" + (0..<8).map { _ in letters.randomElement(using: &random) ?? "a" }.joined()
            let address = name + "@Example.org"
            return (.user, [address, address.lowercased(), address.uppercased(), " \(address)\t"])
        case .cookie: return (.cookie, [String(random.next(), radix: 36)])
        }
    }

    @Test(
        "Every notation of a listed identifier is found, and no other identifier",
        arguments: SubjectIdentifier.Kind.allCases)
    func property(_ kind: SubjectIdentifier.Kind) {
        var random = SplitMix64(seed: UInt64(kind.rawValue.utf8.count))
        for _ in 0..<40 {
            let (column, own) = Self.notations(of: kind, &random)
            let (otherColumn, others) = Self.notations(of: kind, &random)
            for listed in own {
                let tags = Self.tags([(kind, listed)])
                let matches = Self.match(own.map { RawRow([column: $0]) }, tags)
                #expect(matches.allSatisfy { $0 == (kind == .address ? .address : [.own, .leading]) }, "\(own)")
                let foreign = Self.match(others.map { RawRow([otherColumn: $0]) }, tags)
                #expect(foreign.allSatisfy { $0 == (kind == .address ? [] : .foreign) }, "\(listed) \(others)")
            }
        }
    }

    @Test("A hardware address is found in the column of device ids, and a device id in that of hardware addresses")
    func crossing() {
        let mac = Self.tags([(.mac, "00:00:5e:00:53:01")])
        #expect(Self.match([RawRow([.device: "0000.5E00.5301"])], mac) == [[.own, .leading]])
        let device = Self.tags([(.device, "00005E005301")])
        #expect(Self.match([RawRow([.mac: "00-00-5e-00-53-01"])], device) == [[.own, .leading]])
    }

    private static func randomRow(_ random: inout SplitMix64) -> RawRow {
        var texts: [RawBatch.Text: String] = [:]
        let choices: [(RawBatch.Text, [String])] = [
            (.client, ["203.0.113.9", "::ffff:203.0.113.9", "203.0.113.8", "host"]),
            (.user, ["kim", "Kim", "ann", "kim@example.org"]), (.cookie, ["abc", "def", ""]),
            (.device, ["SN-1", "SN-2", "00005e005301"]), (.mac, ["SN-1", "00:00:5e:00:53:01"]),
        ]
        for (column, values) in choices where Int.random(in: 0..<3, using: &random) == 0 {
            texts[column] = values.randomElement(using: &random)
        }
        return RawRow(texts)
    }

    @Test("A batch that grows and is emptied gives what its rows give one by one", arguments: 0..<20 as Range<UInt64>)
    func growing(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let tagger = SubjectTaggerTests.tagger(ignoresUserCase: seed.isMultiple(of: 2))
        var matcher = SubjectMatcher(Self.kim, tagger)
        for _ in 0..<3 {
            var batch = RawBatch(seed: 1)
            for _ in 0..<8 {
                let rows = (0..<Int.random(in: 0...20, using: &random)).map { _ in Self.randomRow(&random) }
                let first = batch.rowCount
                for row in rows {
                    for (field, text) in row.texts { batch[field].append(text.span) }
                    batch.endRow(time: row.time)
                }
                let single = rows.map { row in
                    var matcher = SubjectMatcher(Self.kim, tagger)
                    return matcher.match(RawBatch([row]))
                }
                #expect(matcher.match(batch, from: first).map { [$0] } == single)
            }
            matcher.reset()
        }
    }

    @Test("The tags of one row's strong identifiers are those that it is found by")
    func rowTags() {
        var random = SplitMix64(seed: 3)
        let tagger = SubjectTaggerTests.tagger()
        let rows = (0..<500).map { _ in Self.randomRow(&random) }
        let batch = RawBatch(rows)
        for (row, match) in Self.match(rows, Self.kim).enumerated() {
            #expect(tagger.strongTags(of: batch, row: row).isDisjoint(with: Self.kim) == !match.contains(.own))
        }
    }
}
