import Events
import Intake
import Privacy
import TestSupport
import Testing

@testable import Pipeline

@Suite("What a request says")
struct RequestLetterTests {
    private static func read(
        _ text: String, _ kind: RequestKind, isRepresented: Bool = false
    ) throws(RequestLetterError) -> RequestLetter {
        try RequestLetter.read(Array(text.utf8), kind, isRepresented: isRepresented)
    }

    @Test("Identifiers, a representative, corrections and an order are read")
    func everything() throws {
        let letter = try Self.read(
            "# letter of 3 March\naccount: kim\n\nrepresentative: Lee\nset  gender: f\r\n Set postal : 04524\ncookie: a:b\n",
            .correct, isRepresented: true)
        #expect(letter.identifiers == [.init(.user, Array("kim".utf8)), .init(.cookie, Array("a:b".utf8))])
        #expect(letter.representative == "Lee")
        #expect(
            letter.corrections == [
                .init(field: .gender, value: Array("f".utf8)), .init(field: .postalCode, value: Array("04524".utf8)),
            ])
        #expect(letter.order == nil && letter.hasStrong)
        let order = try Self.read(
            "authority: Police\nreference: 3 Js 1/26\ndate: 2026-03-06\nfrom: 2026-03-01\nto: 2026-03-05\nfilter: path~/login status=200\n",
            .authority)
        let days = try #require(Day("2026-03-01"))...(try #require(Day("2026-03-05")))
        #expect(
            order.order
                == .init(
                    authority: "Police", reference: "3 Js 1/26", date: Day("2026-03-06"), days: days,
                    filter: "path~/login status=200"))
        #expect(order.order?.isOfAllLines == false)
        #expect(order.identifiers.isEmpty && order.hasStrong)
    }

    @Test("Addresses alone are not strong")
    func addresses() throws {
        #expect(try !Self.read("ip: 192.0.2.1\nip: 2001:db8::1\n", .erase).hasStrong)
        #expect(try Self.read("ip: 192.0.2.1\nmac: 00:00:5e:00:53:af\n", .erase).hasStrong)
    }

    @Test(
        "A mistake is named by its line",
        arguments: [
            (RequestKind.erase, "", "There are no identifiers."),
            (.erase, "account: kim\nsecret\n", "Line 2 does not say what it is."),
            (.erase, "account:\n", "Line 1 has no identifier"),
            (.erase, "account: kim\nset gender: f\n", "Line 2 does not belong"),
            (.erase, "account: kim\nreference: 7\n", "Line 2 does not belong"),
            (.correct, "account: kim\n", "Nothing is put right."),
            (.correct, "account: kim\nset user: lee\n", "Line 2 names no field"),
            (.correct, "account: kim\nset gender:\n", "Line 2 has nothing behind"),
            (.correct, "account: kim\nset gender: f\nset gender: m\n", "Line 3 says again"),
            (.authority, "authority: a\nreference: b\nfrom: 2026-03-01\n", "An order needs"),
            (.authority, "authority: a\nreference: b\nfrom: 2026-03-01\nto: soon\n", "Line 4 has no day."),
            (.authority, "authority: a\nreference: b\nfrom: 2026-03-02\nto: 2026-03-01\n", "The first day"),
            (
                .authority, "authority: a\nreference: b\nfrom: 2026-03-01\nto: 2026-03-01\nfilter: colour=red\n",
                "Line 5: Term 1 of the filter: there is no such field."
            ),
            (.authority, "authority: a\nauthority: b\n", "Line 2 says again"),
            (
                .authority, "authority: a\nreference: b\ndate: soon\nfrom: 2026-03-01\nto: 2026-03-01\n",
                "Line 3 has no day."
            ),
            (.authority, "authority: a\naccount: kim\n", "Line 2 names an identifier"),
            (.authority, "authority: a\n\n# kim\nsecret\n", "Line 4 does not belong"),
            (.erase, "account: kim\ndate: 2026-03-01\n", "Line 2 does not belong"),
            (.authority, "representative: Lee\n", "Line 1 does not belong"),
        ])
    func mistakes(kind: RequestKind, text: String, complaint: String) {
        do throws(RequestLetterError) {
            _ = try Self.read(text, kind)
            Issue.record("read")
        } catch {
            #expect(error.description.hasPrefix(complaint), "\(error)")
            for value in ["kim", "secret", "lee", "colour=red", "soon"] { #expect(!error.description.contains(value)) }
        }
    }

    @Test(
        "An identifier in an order is refused with the filter to write instead",
        arguments: [
            ("account", "user"), ("email", "user"), ("cookie", "cookie"), ("device", "device"), ("mac", "mac"),
            ("ip", "client"), ("address", "client"),
        ])
    func identifierInOrder(word: String, field: String) {
        let text = "authority: a\nreference: b\nfrom: 2026-03-01\nto: 2026-03-01\n\(word): kim-7\n"
        do throws(RequestLetterError) {
            _ = try Self.read(text, .authority)
            Issue.record("read")
        } catch {
            #expect(error.description.contains("Write it as filter: \(field)=… instead"))
            #expect(!error.description.contains("kim-7"))
        }
    }

    @Test(
        "What is right must be stored by the policy, and be something that the column takes",
        arguments: [
            ("age: 34", true), ("age: 0", true), ("age: 130", true), ("age: 214", false), ("age: old", false),
            ("gender: f", true), ("gender: 여성", true), ("gender: other", true), ("gender: purple", false),
            ("gender: -", false), ("occupation: nurse", true), ("occupation: rocket-cat", false),
            ("postal: 04524", true), ("postal: D-10115", true), ("postal: ?!", false), ("language: ko", true),
        ])
    func corrections(line: String, isRight: Bool) throws {
        let letter = try Self.read("account: kim\nset \(line)\n", .correct)
        let columns: [EventColumn] = [.text(.ageBand), .text(.gender), .text(.occupation), .text(.postalArea)]
        let text = PolicyText.yaml(PolicyFile.builtIn)
        let fields = columns.map { "  \($0.name): generalize\n" }.joined()
        let asking = try PolicyFile.policy(
            Array(text.replacing("\nfields:\n", with: "\nfields:\n\(fields)").utf8), path: "policy.yaml")
        do throws(RequestLetterError) {
            try letter.checkCorrections(by: asking)
            #expect(isRight)
        } catch {
            #expect(!isRight)
            #expect(error.description.hasPrefix("The right value of \(line.prefix { $0 != ":" }) cannot be stored"))
            #expect(!error.description.contains("purple"))
        }
        guard !line.hasPrefix("language") else { return }
        #expect(throws: RequestLetterError.notStored(field: String(line.prefix { $0 != ":" }))) {
            try letter.checkCorrections(by: PolicyFile.builtIn)
        }
    }

    @Test("With a representative there is one")
    func represented() {
        #expect(throws: RequestLetterError.noRepresentative) {
            try Self.read("account: kim\n", .erase, isRepresented: true)
        }
    }

    @Test("A letter of any bytes is read or refused", arguments: 0..<200)
    func hostile(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let parts = [
            "account:", "set ", "gender", ":", "\n", "\r", "\u{0}", "from: 2026-03-01", "to:", "filter:", "\"", "#",
            "é", "representative: x", "ip: ::1", "\t ",
        ]
        var text: [UInt8] = []
        for _ in 0..<Int.random(in: 0..<30, using: &random) {
            text += Array((parts.randomElement(using: &random) ?? "").utf8)
            if Int.random(in: 0..<9, using: &random) == 0 { text.append(.random(in: 0...255, using: &random)) }
        }
        for kind in RequestKind.allCases {
            let letter = try? RequestLetter.read(text, kind, isRepresented: false)
            if let letter { #expect(letter.text == text) }
        }
    }
}
