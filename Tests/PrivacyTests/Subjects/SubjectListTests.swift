import Testing

@testable import Privacy

@Suite("Lists of a person's identifiers")
struct SubjectListTests {
    private static func person(_ text: String) throws -> [SubjectIdentifier] {
        try SubjectList.person(Array(text.utf8)).identifiers
    }

    private static func identifier(_ kind: SubjectIdentifier.Kind, _ text: String) -> SubjectIdentifier {
        SubjectIdentifier(kind, Array(text.utf8))
    }

    @Test("A list is read as a person would write it")
    func person() throws {
        let text = """
            \u{FEFF}# from the letter of 3 March

            Account: kim lee\t
              user: k;m
            email:Kim@Example.org\r
            cookie: a=b; c=d:#e
            IP: 2001:db8::1
            address : 203.0.113.9
            device: SN-1
            MAC: 00:00:5e:00:53:01
            user: kim lee
            """
        #expect(
            try Self.person(text) == [
                Self.identifier(.user, "kim lee"), Self.identifier(.user, "k;m"),
                Self.identifier(.email, "Kim@Example.org"), Self.identifier(.cookie, "a=b; c=d:#e"),
                Self.identifier(.address, "2001:db8::1"), Self.identifier(.address, "203.0.113.9"),
                Self.identifier(.device, "SN-1"), Self.identifier(.mac, "00:00:5e:00:53:01"),
            ])
    }

    @Test("Of many people each has a line")
    func people() throws {
        let text = "# withdrawn\n\naccount: kim; cookie: abc;\r\nip: 203.0.113.9\n"
        #expect(
            try SubjectList.people(Array(text.utf8)).map(\.identifiers) == [
                [Self.identifier(.user, "kim"), Self.identifier(.cookie, "abc")],
                [Self.identifier(.address, "203.0.113.9")],
            ])
    }

    private static let mistakes: [(String, SubjectListError)] = [
        ("", .noIdentifiers), ("# nothing\n\n", .noIdentifiers),
        ("user: kim\nkim.lee", .unknownKind(line: 2)), ("\n\nname: kim", .unknownKind(line: 3)),
        (": kim", .unknownKind(line: 1)), ("cookie: \t", .emptyValue(line: 1)),
        ("device: 00000000-0000-0000-0000-000000000000", .nullDevice(line: 1)),
        ("device: {FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF}", .nullDevice(line: 1)),
        ("mac: 00-00-00-00-00-00", .nullDevice(line: 1)), ("device: ffff.ffff.ffff", .nullDevice(line: 1)),
        ("user: " + String(repeating: "x", count: 4097), .tooLong(line: 1)),
        ((0...1000).map { "user: \($0)\n" }.joined(), .tooMany(line: 1001)),
    ]

    @Test("A mistake is told by its line, and what stands there is not repeated", arguments: mistakes.indices)
    func mistake(_ number: Int) {
        let (text, error) = Self.mistakes[number]
        #expect(throws: error) { try Self.person(text) }
        #expect(!error.description.contains("kim"))
    }

    @Test("A mistake in a list of many people is told by its line")
    func mistakenPeople() {
        #expect(throws: SubjectListError.unknownKind(line: 2)) {
            try SubjectList.people(Array("user: kim\nuser: ann; abc".utf8))
        }
        #expect(throws: SubjectListError.unknownKind(line: 1)) { try SubjectList.people(Array(";;".utf8)) }
        #expect(throws: SubjectListError.noIdentifiers) { try SubjectList.people([]) }
    }

    @Test("As many and as long identifiers as there may be are read")
    func largest() throws {
        #expect(try Self.person((0..<1000).map { "user: \($0)\n" }.joined()).count == 1000)
        #expect(try Self.person("user: " + String(repeating: "x", count: 4096)).first?.text.count == 4096)
    }
}
