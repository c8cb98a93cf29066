import Events
import Foundation
import Privacy
import Testing

@testable import Pipeline
@testable import Store

@Suite("Who was made an officer later does nothing with what was sealed before")
struct RequestAccessTests {
    private let space: RequestJobs
    private var folder: String { space.jobs.path + "/answer" }

    init() throws {
        space = try RequestJobs()
    }

    private static let order =
        "authority: Police\nreference: 7\ndate: 2026-03-10\nfrom: 2026-03-08\nto: 2026-03-10\nfilter: path=/a\n"

    private static func letter(_ kind: RequestKind) -> String {
        switch kind {
        case .authority: order
        case .correct: "account: kim-secret\nset language: ko\n"
        default: "account: kim-secret\n"
        }
    }

    /// Lays the public half of an authority ready.
    private func expectPackage(_ number: Int) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try OfficerPair.make(name: "police", on: Day("2026-03-09") ?? Day(number: 0)).write(
            to: space.jobs.path + "/police.key")
        try FileManager.default.copyItem(
            atPath: space.jobs.path + "/police.key.pub", toPath: "\(folder)/request-\(number).pub")
    }

    @Test("Nothing is begun, and it is told whose key opens the days", arguments: RequestKind.allCases)
    func later(kind: RequestKind) throws {
        let number = try space.approved(kind, Self.letter(kind))
        try expectPackage(number)
        let error = #expect(throws: JobError.self) {
            try space.requests().carryOut([number], into: folder, showing: space.ben)
        }
        #expect(error?.kind == .data)
        #expect(
            error?.message
                == "What was stored of 2026-03-09 is not sealed to ben, who was added as an officer later. Nothing was done."
                + " The key of officer opens it.")
        #expect(try space.requests().record(number).state == .approved)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["request-\(number).pub"])
        let runs = try space.requests().carryOut([number], into: folder, showing: space.anna)
        #expect(runs.count == 1 && runs[0].record.steps.contains { $0.word == "begun" })
        let receipt = space.jobs.path + "/answer/request-\(number)/disclosure.txt"
        #expect(FileManager.default.fileExists(atPath: receipt) == (kind == .disclose))
    }

    @Test("An order about days that the officer opens is carried out")
    func partly() throws {
        try space.jobs.ingest(
            TemporaryJobs.log(Day("2026-03-10") ?? Day(number: 0), visitors: 0..<3), at: "2026-03-10T11:00Z")
        let number = try space.approved(.authority, Self.order.replacing("2026-03-08", with: "2026-03-10"))
        try expectPackage(number)
        let runs = try space.requests().carryOut([number], into: folder, showing: space.ben)
        guard case .done(let outcome) = runs[0].result else {
            Issue.record("not done")
            return
        }
        #expect(outcome[.lines] == 3 && outcome.faults.isEmpty)
    }

    @Test("Who cannot read a request neither verifies, approves nor refuses it, and nothing changes")
    func steps() throws {
        let number = try space.open(.authority, Self.order).record.number
        let carl = try space.jobs.addOfficer("carl")
        func expectRefused(_ step: () throws -> RequestRecord) throws {
            let before = try space.requests().record(number)
            let error = #expect(throws: JobError.self) { _ = try step() }
            #expect(error?.kind == .data)
            #expect(
                error?.message.hasPrefix("What request \(number) says is not sealed to carl") == true
                    && error?.message.contains("Nothing was done.") == true)
            #expect(try space.requests().record(number) == before)
        }
        try expectRefused {
            try space.requests().verify(number, by: .document, provesAddress: false, showing: carl)
        }
        try expectRefused { try space.requests().refuse(number, on: .unverified, showing: carl).record }
        _ = try space.requests().verify(number, by: .document, provesAddress: false, showing: space.anna)
        try expectRefused { try space.requests().approve(number, showing: carl) }
        _ = try space.requests().approve(number, showing: space.anna)
        try expectRefused { try space.requests().approve(number, showing: carl) }
        #expect(try space.requests().approve(number, showing: space.ben).state == .approved)
        try expectRefused { try space.requests().refuse(number, on: .unfounded, showing: carl).record }
        #expect(try space.requests().refuse(number, on: .unfounded, showing: space.ben).record.state == .refused)
    }

    @Test("What a request says is not sealed to who was added after it came")
    func letters() throws {
        let number = try space.approved(.restrict)
        let carl = try space.jobs.addOfficer("carl")
        let error = #expect(throws: JobError.self) {
            try space.requests().carryOut(nil, into: nil, showing: carl)
        }
        #expect(
            error?.message
                == "What request \(number) says is not sealed to carl, who was added as an officer later. Nothing was done."
                + " The keys of ben and officer open it.")
    }

    @Test("A file that is damaged stops nobody, and is told")
    func damaged() throws {
        let number = try space.approved(.disclose)
        let day = try #require(Day("2026-03-09"))
        let file = try #require(try space.jobs.store.sealedSources(.raw, of: day).first).file
        let path = "\(space.jobs.path)/store/\(StoreLayout.relativePath(of: file.name))"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: path))
        let runs = try space.requests().carryOut([number], into: folder, showing: space.anna)
        guard case .done(let outcome) = runs[0].result else {
            Issue.record("not done")
            return
        }
        #expect(outcome.faults.count == 1)
    }

    @Test("An order for all lines is carried out by nobody who was not asked")
    func allLines() throws {
        let number = try space.approved(.authority, Self.order.replacing("filter: path=/a\n", with: ""))
        try expectPackage(number)
        let error = #expect(throws: JobError.self) {
            try space.requests(answer: false).carryOut([number], into: folder, showing: space.anna)
        }
        #expect(
            error?.kind == .usage && error?.message.contains("all lines of 3 days, 2026-03-08 to 2026-03-10") == true)
        #expect(try space.requests().record(number).state == .approved)
        _ = try space.requests().carryOut([number], into: folder, showing: space.anna)
        #expect(try space.requests().record(number).state == .done)
    }

    @Test("An order whose authority has laid no public half ready is not begun")
    func noRecipient() throws {
        let number = try space.approved(.authority, Self.order)
        #expect(throws: (any Error).self) {
            try space.requests().carryOut([number], into: folder, showing: space.anna)
        }
        #expect(try space.requests().record(number).state == .approved)
    }
}
