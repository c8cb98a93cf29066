import Events
import Foundation
import Privacy
import Store
import Testing

@testable import Pipeline

@Suite("Requests")
struct RequestsTests {
    private let space: RequestJobs

    init() throws {
        space = try RequestJobs()
    }

    @Test("A request is opened, verified, approved, done and answered, each step on record")
    func whole() throws {
        let opening = try space.open(.restrict)
        #expect(opening.record.number == 1 && opening.record.state == .opened)
        #expect(opening.record.due == Day("2026-04-10"))
        _ = try space.requests().verify(1, by: .inPerson, provesAddress: false, showing: space.anna)
        #expect(try space.requests().approve(1, showing: space.ben).state == .approved)
        let runs = try space.requests(at: "2026-03-11T12:00Z").carryOut(nil, into: nil, showing: space.anna)
        #expect(runs.map(\.record.state) == [.done])
        let record = try space.requests().record(1)
        #expect(record.steps.map(\.word) == ["verified", "approved", "begun", "done"])
        #expect(
            record.steps.compactMap { $0.officer?.split(separator: " ").first } == [
                "officer", "ben", "officer", "officer",
            ])
        #expect(record.means == [.inPerson] && record.ended == record.steps.last?.time)
        let text = try space.requests().receipt(1, in: nil, showing: space.anna)
        #expect(text.contains("On 10 March 2026 you asked us to stop using data about you."))
        #expect(
            text.contains("What comes with the identifiers named in it has not been evaluated since 11 March 2026."))
        #expect(text.contains("statistics of earlier days stay as they are."))
        #expect(text.contains("stay sealed on record with us until 11 March 2029."))
        #expect(
            try space.requests().receipt(1, in: .korean, showing: space.ben).contains("2026년 3월 10일에 요청하신 개인정보 처리정지"))
        #expect(
            try space.audit(8) == [
                "request-opened", "request-verified", "request-approved", "request-begun", "vault-read",
                "request-done", "request-read", "request-read",
            ])
        #expect(try space.requests().carryOut(nil, into: nil, showing: space.ben).isEmpty)
    }

    @Test("What a request says can be read by an officer, and lies nowhere in clear")
    func sealed() throws {
        let text = "# a letter\naccount: kim-secret\nrepresentative: lee-secret\nset language: f-secret\n"
        try space.open(.correct, text, isRepresented: true)
        try FileManager.default.removeItem(atPath: space.jobs.path + "/letter.txt")
        #expect(try space.requests().letter(1, showing: space.anna) == Array(text.utf8))
        #expect(try space.requests().letter(1, showing: space.ben) == Array(text.utf8))
        #expect(try !space.holds("secret"))
        #expect(try space.audit(1) == ["request-read"])
    }

    @Test(
        "A request is refused on any ground, with a notice that says why",
        arguments: RequestGround.allCases.filter { $0 != .repetitive })
    func refused(ground: RequestGround) throws {
        try space.open(.erase, "ip: 192.0.2.7\n", .japanese)
        let (record, notice) = try space.requests().refuse(1, on: ground, showing: space.anna)
        #expect(record.state == .refused && record.ground == ground)
        #expect(notice.contains(RequestWords.japanese.grounds[ground] ?? "?"))
        #expect(try space.requests().receipt(1, in: nil, showing: space.ben) == notice)
        #expect(
            try space.requests().receipt(1, in: .english, showing: space.ben)
                .contains(RequestWords.english.grounds[ground] ?? "?"))
        #expect(try space.audit(3).first == "request-refused")
        #expect(throws: RequestStepError.wrongState(number: 1, .refused)) {
            try space.requests().approve(1, showing: space.anna)
        }
    }

    @Test("That there is no data is looked up before somebody is told so, and it is said how much there is")
    func noData() throws {
        for (kind, letter, expected) in [
            (RequestKind.disclose, "cookie: c-other\nip: 198.51.1.7\n", "lines with its addresses are stored"),
            (
                .authority,
                "authority: Police\nreference: 7\ndate: 2026-03-10\nfrom: 2026-03-08\nto: 2026-03-09\nfilter: path=/a\n",
                "3 lines were found"
            ),
        ] {
            let number = try space.open(kind, letter).record.number
            let error = #expect(throws: JobError.self) {
                try space.requests().refuse(number, on: .noData, showing: space.anna)
            }
            #expect(error?.kind == .usage && error?.message.contains(expected) == true)
            #expect(try space.requests().record(number).steps.isEmpty)
        }
        let number = try space.open(.disclose, "ip: 198.51.1.7\n").record.number
        _ = try space.requests().verify(number, by: .document, provesAddress: true, showing: space.anna)
        let error = #expect(throws: JobError.self) {
            try space.requests().refuse(number, on: .noData, showing: space.ben)
        }
        // Ben was made an officer after the lines were sealed.
        #expect(error?.kind == .data)
        let found = #expect(throws: JobError.self) {
            try space.requests().refuse(number, on: .noData, showing: space.anna)
        }
        #expect(found?.message.contains("2 lines were found") == true)
        #expect(try space.requests().record(number).state == .verified)
        let none = try space.open(.disclose, "account: nobody\n").record.number
        #expect(try space.requests().refuse(none, on: .noData, showing: space.anna).record.state == .refused)
    }

    @Test("A request is repetitive if the person has asked for the same and was answered")
    func repetitive() throws {
        func refuse(_ number: Int) throws -> RequestState {
            try space.requests().refuse(number, on: .repetitive, showing: space.anna).record.state
        }
        let first = try space.open(.restrict).record.number
        let second = try space.open(.restrict).record.number
        for number in [first, second] {
            let error = #expect(throws: JobError.self) { try refuse(number) }
            #expect(error?.kind == .usage && error?.message.contains("No earlier request") == true)
        }
        _ = try space.requests().verify(first, by: .document, provesAddress: false, showing: space.anna)
        _ = try space.requests().approve(first, showing: space.anna)
        _ = try space.requests().carryOut([first], into: nil, showing: space.anna)
        #expect(try refuse(second) == .refused)
        let other = try space.open(.restrict, "account: somebody\n").record.number
        #expect(throws: JobError.self) { try refuse(other) }
        let another = try space.open(.erase).record.number
        #expect(throws: JobError.self) { try refuse(another) }
    }

    @Test("An order bears a day, and none that is still to come")
    func orderDate() throws {
        let order = "authority: Police\nreference: 7\nfrom: 2026-03-08\nto: 2026-03-09\n"
        #expect(throws: RequestLetterError.noDate) { try space.open(.authority, order) }
        #expect(throws: RequestLetterError.dateToCome) { try space.open(.authority, order + "date: 2026-03-11\n") }
        #expect(RequestLetterError.noDate.description.contains("`date:`"))
        #expect(try space.requests().list().isEmpty)
        try space.open(.authority, order + "date: 2026-03-10\n")
    }

    @Test("A letter that names a representative is opened as one of a representative")
    func unsaidRepresentative() throws {
        #expect(throws: RequestLetterError.unsaidRepresentative) {
            try space.open(.erase, "account: kim\nrepresentative: Lee\n")
        }
        #expect(try space.requests().list().isEmpty)
        try space.open(.erase, "account: kim\nrepresentative: Lee\n", isRepresented: true)
    }

    @Test("A key that is nobody's moves nothing")
    func wrongKey() throws {
        try space.open(.restrict)
        let stranger = space.jobs.path + "/stranger.key"
        try OfficerPair.make(name: "eve", on: Day("2026-03-10") ?? Day(number: 0)).write(to: stranger)
        let eve = OfficerKeyFile(stranger)
        #expect(throws: OfficerError.unknownKey) {
            try space.requests().verify(1, by: .document, provesAddress: false, showing: eve)
        }
        #expect(throws: OfficerError.unknownKey) { try space.requests().refuse(1, on: .noData, showing: eve) }
        #expect(throws: OfficerError.unknownKey) { try space.requests().letter(1, showing: eve) }
        _ = try space.requests().verify(1, by: .document, provesAddress: false, showing: space.anna)
        #expect(throws: OfficerError.unknownKey) { try space.requests().approve(1, showing: eve) }
        _ = try space.requests().approve(1, showing: space.anna)
        #expect(throws: OfficerError.unknownKey) { try space.requests().carryOut([1], into: nil, showing: eve) }
        #expect(try space.requests().record(1).state == .approved)
        _ = try space.requests().carryOut([1], into: nil, showing: space.anna)
        #expect(throws: OfficerError.unknownKey) { try space.requests().receipt(1, in: nil, showing: eve) }
    }

    @Test("A step in the wrong state is refused, and changes nothing")
    func wrongState() throws {
        try space.open(.restrict)
        #expect(throws: RequestStepError.wrongState(number: 1, .opened)) {
            try space.requests().approve(1, showing: space.anna)
        }
        #expect(throws: RequestStepError.wrongState(number: 1, .opened)) {
            try space.requests().carryOut([1], into: nil, showing: space.anna)
        }
        #expect(throws: RequestStepError.wrongState(number: 1, .opened)) {
            try space.requests().receipt(1, in: nil, showing: space.anna)
        }
        #expect(throws: RequestStepError.unknown(number: 2)) { try space.requests().approve(2, showing: space.anna) }
        #expect(try space.requests().record(1).steps.isEmpty)
    }

    @Test("Where the policy asks for two approvals, two officers give them")
    func approvals() throws {
        try space.open(
            .authority,
            "authority: Police\nreference: 7\ndate: 2026-03-10\nfrom: 2026-03-09\nto: 2026-03-09\nfilter: path~/a\n")
        _ = try space.requests().verify(1, by: .document, provesAddress: false, showing: space.anna)
        #expect(try space.requests().approve(1, showing: space.anna).state == .verified)
        #expect(throws: RequestStepError.approvedBefore(number: 1)) {
            try space.requests().approve(1, showing: space.anna)
        }
        #expect(try space.requests().approve(1, showing: space.ben).state == .approved)
        try space.rule { $0.approvals[.restrict] = 2 }
        try space.open(.restrict)
        _ = try space.requests().verify(2, by: .document, provesAddress: false, showing: space.anna)
        #expect(try space.requests().approve(2, showing: space.ben).state == .verified)
    }

    @Test("Where somebody acts for the person, both are verified, in any order")
    func represented() throws {
        for means in [[RequestMeans.representativeDocument, .document], [.document, .representativeDocument]] {
            let number = try space.open(.restrict, "account: kim\nrepresentative: Lee\n", isRepresented: true).record
                .number
            let first = try space.requests().verify(number, by: means[0], provesAddress: false, showing: space.anna)
            #expect(first.state == .opened)
            let second = try space.requests().verify(number, by: means[1], provesAddress: false, showing: space.anna)
            #expect(second.state == .verified)
        }
        let number = try space.open(.restrict).record.number
        #expect(throws: RequestStepError.notRepresented(number: number)) {
            try space.requests().verify(
                number, by: .representativeDocument, provesAddress: false, showing: space.anna)
        }
    }

    @Test("A subject of addresses alone is verified only with the proof that nobody else uses them")
    func addresses() throws {
        let opening = try space.open(.restrict, "ip: 192.0.2.7\n")
        #expect(opening.record.hasAddressesAlone)
        #expect(throws: RequestStepError.addressesAlone(number: 1)) {
            try space.requests().verify(1, by: .document, provesAddress: false, showing: space.anna)
        }
        #expect(throws: RequestStepError.addressesAlone(number: 1)) {
            try space.requests().provePossession(1, renews: false)
        }
        let record = try space.requests().verify(1, by: .document, provesAddress: true, showing: space.anna)
        #expect(record.state == .verified && record.isSoleUser)
    }

    @Test("A second request of a person tells the first one, in any notation, and both are done")
    func second() throws {
        try space.approved(.restrict, "email: Kim@Example.org\nip: 192.0.2.7\n")
        let opening = try space.open(.restrict, "cookie: other\naccount: kim@example.org\n")
        #expect(opening.record.number == 2)
        let earlier = try space.requests().told(2, showing: space.ben).earlier
        #expect(earlier.map(\.number) == [1] && earlier.map(\.state) == [.approved])
        #expect(throws: OfficerError.self) {
            try space.requests().told(2, showing: OfficerKeyFile(space.jobs.path + "/nobody.key"))
        }
        // An address is shared: it does not tell a person.
        try space.open(.restrict, "account: other\nip: 192.0.2.7\n")
        #expect(try space.requests().told(3, showing: space.ben).earlier.isEmpty)
        _ = try space.requests().verify(2, by: .document, provesAddress: false, showing: space.anna)
        _ = try space.requests().approve(2, showing: space.anna)
        let runs = try space.requests().carryOut(nil, into: nil, showing: space.anna)
        #expect(runs.map(\.record.number) == [1, 2] && runs.allSatisfy { $0.record.state == .done })
        #expect(runs.map { $0.earlier.map(\.number) } == [[], [1]])
    }

    @Test("The day by which to answer is the policy's")
    func due() throws {
        try space.rule { $0.requests.due = .days(10) }
        #expect(try space.open(.disclose).record.due == Day("2026-03-20"))
        try space.rule { $0.requests.due = .months(1) }
        #expect(try space.open(.disclose, at: "2026-03-31T12:00Z").record.due == Day("2026-04-30"))
    }

    @Test("An order about days that are destroyed is told so")
    func destroyed() throws {
        let day = try #require(Day("2026-03-09"))
        try space.jobs.store.catalog.mark([day: "{}"], at: 0)
        let opening = try space.open(
            .authority, "authority: Police\nreference: 7\ndate: 2026-03-10\nfrom: 2026-03-08\nto: 2026-03-10\n")
        #expect(opening.gone == [day])
    }

    @Test("Data is erased by nobody who was not asked")
    func confirmation() throws {
        try space.approved(.erase)
        let error = #expect(throws: JobError.self) {
            try space.requests(answer: false).carryOut(nil, into: nil, showing: space.anna)
        }
        #expect(error?.kind == .usage && error?.message.contains("--yes") == true)
        #expect(try space.requests().record(1).state == .approved)
    }

    @Test("A restriction is lifted where there is one and somebody means it; then nobody is left out any more")
    func lifted() throws {
        let number = try space.approved(.restrict)
        #expect(throws: JobError.self) { try space.requests().lift(number, showing: space.anna) }
        _ = try space.requests().carryOut([number], into: nil, showing: space.anna)
        #expect(throws: JobError.self) { try space.requests(answer: false).lift(number, showing: space.anna) }
        let catalog = try space.requests().store.catalog
        #expect(try !catalog.objections(at: catalog.objectionRevision()).isEmpty)
        _ = try space.requests(at: "2026-03-12T12:00Z").lift(number, showing: space.anna)
        #expect(try catalog.objections(at: catalog.objectionRevision()).isEmpty)
        #expect(try space.audit(1) == ["request-lifted"])
        let record = try space.requests().record(number)
        #expect(record.state == .done && record.isLifted && record.steps.last?.word == "lifted")
        #expect(record.ended == record.steps.first { $0.word == "done" }?.time)
        #expect(throws: JobError.self) { try space.requests().lift(number, showing: space.anna) }
        let receipt = try space.requests(at: "2026-03-13T12:00Z").receipt(number, in: nil, showing: space.anna)
        #expect(
            receipt.contains(
                "was not evaluated from 10 March 2026 until 12 March 2026, when this was lifted; what comes since then is evaluated"
            ))
        #expect(!receipt.contains("has not been evaluated"))
        #expect(try space.requests().receipt(number, in: .korean, showing: space.anna).contains("해제되었으며"))
    }
}
