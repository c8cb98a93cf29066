import Events
import Foundation
import Intake
import Privacy
import Store
import TestSupport
import Testing

@testable import Pipeline

@Suite("Lines of people who object")
struct ObjectionTests {
    private static let kim = ["cookie": "kim", "remote_addr": "203.0.113.9"]
    private static let ann = ["cookie": "ann", "remote_addr": "203.0.113.9"]

    @Test(
        "From the next line on they reach the vault if a law asks for it, and never the events",
        arguments: Retention.Basis.allCases)
    func nextLine(_ basis: Retention.Basis) throws {
        let store = try ObjectedStore(basis)
        let lines = [Self.kim, Self.ann, Self.kim, Self.ann, Self.kim].map { store.line($0) }
        let summary = try store.read([
            { try $0.write(lines[0].text, lines[1].text) }, { _ in try store.object(.cookie, "kim") },
            { try $0.write(lines[2].text) }, { try $0.write(lines[3].text, lines[4].text) },
        ])
        #expect(try store.stored() == [1, 2, 4])
        #expect(try store.sealed() == (basis == .law ? [1, 2, 3, 4, 5] : [1, 2, 4]))
        #expect(summary.tally.accepted == 3)
        #expect(summary.tally.filtered(.objection) == 2)
        #expect(summary.read == 5)
        #expect(summary.sealedLines == (basis == .law ? 5 : 3))
    }

    @Test("Nothing but objectors' lines is read and counted like anything else", arguments: Retention.Basis.allCases)
    func onlyObjectors(_ basis: Retention.Basis) throws {
        let store = try ObjectedStore(basis)
        try store.object(.cookie, "kim")
        let path = try store.jobs.write(Array((1...3).map { _ in store.line(Self.kim).text + "\n" }.joined().utf8))
        for isAgain in [false, true] {
            let summary = try Ingest(options: store.options, environment: store.environment()).run([Ingest.Input(path)])
            #expect(summary.tally.filtered(.objection) == (isAgain ? 0 : 3))
            #expect(summary.duplicate == (isAgain ? 3 : 0))
        }
        #expect(try store.stored() == [])
        // The file still has lines of the day, whether or not they were sealed.
        #expect(try store.catalog.inputFiles(of: ObjectedStore.day) == [path])
        try store.jobs.store.drainObjections(before: 2, waiting: false)
    }

    private static let notations: [(SubjectIdentifier.Kind, String, field: String, [String], others: [String])] = [
        (.user, "Zo\u{EB}", "user", ["Zo\u{EB}", "Zoe\u{308}"], ["zo\u{EB}", "Zoe"]),
        (
            .email, "Kim@Example.org", "user", ["kim@example.org", "KIM@EXAMPLE.ORG", " Kim@example.org"],
            ["im@example.org"]
        ),
        (.cookie, "abc", "cookie", ["abc"], ["ABC", "abc "]),
        (
            .device, "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "device_id",
            [
                "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6", "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}",
                "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae7dec11d0a76500a0c91e6bf6",
            ], ["f81d4fae-7dec-11d0-a765-00a0c91e6bf7"]
        ),
        (
            .mac, "00:00:5e:00:53:01", "mac", ["00-00-5E-00-53-01", "0000.5e00.5301", "00005E005301"],
            ["00:00:5e:00:53:02"]
        ),
        (.mac, "00:00:5e:00:53:01", "device_id", ["00-00-5E-00-53-01"], ["00-00-5E-00-53-02"]),
        (
            .address, "203.0.113.9", "remote_addr", ["203.0.113.9", "::ffff:203.0.113.9", "[::ffff:cb00:7109]:443"],
            ["203.0.113.8", "::203.0.113.9"]
        ),
        (
            .address, "2001:DB8::1", "remote_addr", ["2001:db8:0:0:0:0:0:1", "[2001:db8::1]:80", "2001:db8::1%eth0"],
            ["2001:db8::2"]
        ),
    ]

    @Test("Whatever the notation", arguments: notations.indices)
    func notation(_ number: Int) throws {
        let (kind, listed, field, own, others) = Self.notations[number]
        let store = try ObjectedStore()
        try store.object(kind, listed)
        let ownLines = own.map { store.line([field: $0]) }
        let otherLines = others.map { store.line([field: $0]) }
        try store.read((ownLines + otherLines).map { line in { try $0.write(line.text) } })
        #expect(try store.stored() == otherLines.map(\.number))
        #expect(try store.sealed() == (ownLines + otherLines).map(\.number))
    }

    @Test("The policy says whether users that differ in case are one", arguments: [false, true])
    func userCase(_ ignoresUserCase: Bool) throws {
        let store = try ObjectedStore()
        try store.object(.user, "Kim")
        let line = store.line(["user": "KIM"])
        var environment = store.environment()
        var options = store.policy.options
        options.ignoresUserCase = ignoresUserCase
        environment.policy = .standard(site: "default", options: options)
        let path = try store.jobs.write(Array((line.text + "\n").utf8))
        _ = try Ingest(options: store.options, environment: environment).run([Ingest.Input(path)])
        #expect(try store.stored() == (ignoresUserCase ? [] : [1]))
    }

    @Test("Across days, closed ones among them, and only on its day if it is for one")
    func days() throws {
        let store = try ObjectedStore()
        let next = ObjectedStore.day.advanced(by: 1)
        let times = ["2026-03-01T23:59:59Z", "2026-03-02T00:00:00Z"]
        let first = times.flatMap { [store.line(Self.kim, at: $0), store.line(Self.ann, at: $0)] }
        try store.read(first.map { line in { try $0.write(line.text) } })
        _ = try Aggregate(environment: store.environment(at: "2026-03-10T12:00Z")).run(.due, expires: false)
        try store.object(request: 1, .cookie, "kim")
        try store.object(request: 2, .cookie, "ann", day: next)
        let second = times.flatMap { [store.line(Self.kim, at: $0), store.line(Self.ann, at: $0)] }
        try store.read(second.map { line in { try $0.write(line.text) } })
        #expect(try store.stored([Epoch(day: ObjectedStore.day, supplement: 1)]) == [6])
        #expect(try store.stored([Epoch(day: next, supplement: 1)]) == [])
        #expect(try store.stored([ObjectedStore.day, next].map { Epoch(day: $0) }) == [1, 2, 3, 4])
        #expect(try store.sealed(next) == [3, 4, 7, 8])
    }

    @Test("Until the objection is lifted, unless somebody else has it on the list too")
    func lifted() throws {
        let store = try ObjectedStore()
        let lines = (0..<5).map { _ in store.line(Self.kim) }
        try store.read([
            {
                try store.object(request: 1, .cookie, "kim")
                try store.object(request: 2, .cookie, "kim")
                try $0.write(lines[0].text)
            }, { try $0.write(lines[1].text) }, { _ in try store.catalog.liftObjections(ofRequest: 1) },
            { try $0.write(lines[2].text) }, { _ in try store.catalog.liftObjections(ofRequest: 2) },
            { try $0.write(lines[3].text, lines[4].text) },
        ])
        #expect(try store.stored() == [4, 5])
    }

    @Test("An address counts only where nothing on the line names anybody else")
    func address() throws {
        let store = try ObjectedStore()
        try store.object(.address, "203.0.113.9")
        try store.object(.user, "kim")
        let lines = [
            ["remote_addr": "203.0.113.9"], ["remote_addr": "203.0.113.9", "user": "ann"],
            ["remote_addr": "203.0.113.9", "user": "kim", "cookie": "c"], ["remote_addr": "203.0.113.8"],
        ].map { store.line($0) }
        try store.read([{ try $0.write(lines[0].text, lines[1].text, lines[2].text, lines[3].text) }])
        #expect(try store.stored() == [2, 4])
    }

    @Test("Nothing that only their lines say is in a partition")
    func nothingLeft() throws {
        let store = try ObjectedStore()
        try store.object(.cookie, "kim")
        let secret = Self.kim.merging(["request_uri": "/rosegarden", "http_referer": "https://tulip.example/"]) { $1 }
        let lines = [secret, Self.ann, secret].map { store.line($0) }
        try store.read([{ try $0.write(lines[0].text, lines[1].text, lines[2].text) }])
        let readers = try store.jobs.store.readers(of: Epoch(day: ObjectedStore.day)).map(\.reader)
        let batches = try readers.flatMap { reader in
            try (0..<reader.rowGroupCount).map { try reader.read(rowGroup: $0, .everything) }
        }
        for field in EventField.Text.allCases {
            let values = batches.flatMap { batch in
                (0..<batch[field].dictionary.count).map { batch[field].dictionary.text($0) }
            }
            #expect(!values.contains { $0.contains("rose") || $0.contains("tulip") })
        }
        #expect(batches.flatMap { $0[.visitor].dictionary }.count == 1)
    }

    @Test("Without the key of the list nothing is read")
    func missingKey() throws {
        let store = try ObjectedStore()
        try store.object(.cookie, "kim")
        try FileManager.default.removeItem(atPath: store.jobs.keys().path + "/suppression.key")
        let line = store.line(Self.ann)
        let error = #expect(throws: JobError.self) { try store.read([{ try $0.write(line.text) }]) }
        #expect(error?.kind == .configuration)
        #expect(try store.stored() == [])
    }

    @Test(
        "Whoever objects and whenever, each line is treated by the list as it is then",
        arguments: Retention.Basis.allCases, 0..<4 as Range<UInt64>)
    func property(_ basis: Retention.Basis, _ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let store = try ObjectedStore(basis)
        let people = ["kim", "ann", "bob"]
        var listed: [String: Int64] = [:]
        var (free, objected): ([Int], [Int]) = ([], [])
        var steps: [(ObjectedStore.Writing) throws -> Void] = []
        for request in 1...40 as ClosedRange<Int64> {
            let person = people.randomElement(using: &random) ?? ""
            switch Int.random(in: 0..<8, using: &random) {
            case 0:
                if let earlier = listed.removeValue(forKey: person) {
                    steps.append { _ in try store.catalog.liftObjections(ofRequest: earlier) }
                } else {
                    listed[person] = request
                    steps.append { _ in try store.object(request: request, .cookie, person) }
                }
            case 1: steps.append { $0.waiter.pass(20_000) }
            default:
                let lines = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                    let person = people.randomElement(using: &random) ?? ""
                    let line = store.line(["cookie": person])
                    if listed[person] == nil { free.append(line.number) } else { objected.append(line.number) }
                    return line.text
                }
                steps.append { try $0.write(lines.joined(separator: "\n")) }
            }
        }
        let summary = try store.read(steps)
        #expect(try store.stored() == free)
        #expect(try store.sealed() == (basis == .law ? free + objected : free).sorted())
        #expect(summary.tally.filtered(.objection) == objected.count)
    }
}
