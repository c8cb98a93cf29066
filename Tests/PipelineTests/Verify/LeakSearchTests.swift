import Foundation
import Store
import TestSupport
import Testing

@testable import Pipeline

@Suite("Identifiers are found wherever they lie in a store")
struct LeakSearchTests {
    private let store: SearchedStore

    init() throws {
        store = try SearchedStore()
    }

    @Test("In every notation, in every kind of file", arguments: SearchedStore.Site.allCases)
    func planted(site: SearchedStore.Site) throws {
        for form in PlantedForm.all {
            let name = try store.plant(form.bytes, at: site)
            let report = try store.search("other@example.net", form.identifier)
            let found = report.findings.filter { $0.notation == form.notation }
            #expect(!found.isEmpty, "\(form.testDescription) at \(site)")
            #expect(report.findings.allSatisfy { $0.line == 2 && $0.file == name }, "\(form.testDescription)")
        }
    }

    @Test("Nothing else is found")
    func nothing() throws {
        for form in PlantedForm.all {
            for site in SearchedStore.Site.allCases { try store.plant(form.bytes, at: site) }
            // As like as can be, and another.
            let report = try store.search(
                "203.0.113.8", "2001:db8:0:17::9:b", "00:00:5e:00:53:ae", "anna.lee-news@example.com")
            #expect(report.findings.isEmpty, "\(form.testDescription)")
            #expect(report.unsearched.isEmpty)
            #expect(!report.needsPerson)
        }
    }

    @Test("The place is told exactly")
    func places() throws {
        let mail = "anna@example.com"
        let text = Array(mail.utf8)
        try store.plant(text, at: .file)
        try store.plant(text, at: .gzip)
        try store.plant(text, at: .laterMember)
        try store.plant(text, at: .dictionary)
        let report = try store.search(mail)
        let places = report.findings.map { "\($0.file) \($0.place) \($0.position) \($0.count)" }
        let later = 5 + SearchedStore.gzip([UInt8](repeating: 7, count: 3000)).count + 3
        #expect(
            places.filter { !$0.hasPrefix("events") } == [
                "locks/core inflated(from: \(later), inner: []) 17 1", "old.log.gz inflated(from: 0, inner: []) 17 1",
                "policy.yaml file 17 1",
            ])
        let page = try #require(report.findings.first { $0.file.hasPrefix("events") })
        guard case .page(0, "path", rowGroup: 1, at: let start) = page.place else {
            Issue.record("\(page.place)")
            return
        }
        // Behind another value of two bytes, each value with its length before it.
        #expect(page.position == 4 + 2 + 4 + 17)
        #expect(start > 4)
        #expect(report.members == 3)
        // Of each row group, a dictionary and its indices of two columns, and the numbers.
        #expect(report.pages == 10)
    }

    @Test("gzip data within others are told with the way to them, and those too deep for the search as not searched")
    func nestedMembers() throws {
        let mail = "anna@example.com"
        let twice = SearchedStore.gzip([1, 2] + SearchedStore.gzip([3] + Array(mail.utf8)))
        try store.write([7] + twice, to: "old.log.gz.gz")
        let deep = (0..<3).reduce(twice) { bytes, _ in SearchedStore.gzip(bytes) }
        try store.write(deep, to: "deep.gz")
        let report = try store.search(mail)
        #expect(report.findings.map(\.place) == [.inflated(from: 1, inner: [2])])
        #expect(report.findings.map(\.position) == [1])
        #expect(report.unsearched.map(\.file) == ["deep.gz"])
        // The deep one is read down to the third within the first.
        #expect(report.members == 2 + 4)
    }

    @Test("An identifier that stands often is told once for each place, with the number of times")
    func often() throws {
        let text = Array("bob@example.com, ".utf8)
        try store.write([[UInt8]](repeating: text, count: 70_000).flatMap(\.self), to: "big")
        let finding = try #require(try store.search("bob@example.com").findings.first)
        #expect(finding.count == 70_000)
        #expect(finding.position == 0)
    }

    @Test("What crosses the border of two blocks is found", arguments: [1 << 18, 1 << 20, 1 << 21])
    func borders(block: Int) throws {
        for shift in [-12, -3, 0, 25, 60] {
            var bytes = [UInt8](repeating: 0, count: block + 400)
            bytes.replaceSubrange(block + shift..<block + shift + 15, with: Array("bob@example.com".utf8))
            try store.write(bytes, to: "big")
            try store.write(SearchedStore.gzip(bytes), to: "big.gz")
            let findings = try store.search("bob@example.com").findings
            #expect(findings.map(\.position) == [Int64(block + shift), Int64(block + shift)])
        }
    }

    @Test("gzip data that begin at the border of two blocks are found", arguments: [-3, -2, -1, 0, 1])
    func memberAtBorder(shift: Int) throws {
        let member = SearchedStore.gzip(Array("bob@example.com".utf8))
        try store.write([UInt8](repeating: 0, count: 1 << 18 + shift) + member, to: "big")
        #expect(try store.search("bob@example.com").findings.map(\.place) == [.inflated(from: Int64(1 << 18 + shift))])
    }

    @Test("The 4 bytes of an address are not looked for in pseudonyms, compressed data and numbers; all else is")
    func shortForms() throws {
        let address: [UInt8] = [203, 0, 113, 9]
        let pseudonym = [UInt8](repeating: 5, count: 6) + address + [UInt8](repeating: 5, count: 6)
        try store.write(SearchedStore.parquet(Array("/x".utf8), pseudonym: pseudonym), to: "events/a.parquet")
        try store.write([0x1F, 0x8B, 8] + address, to: "broken.gz")
        try store.write(Array("PAR1".utf8) + address, to: "staging/torn")
        #expect(try store.search("203.0.113.9", "/x7z").findings.isEmpty)
        let mac = [UInt8](repeating: 5, count: 6) + [0, 0, 0x5E, 0, 0x53, 0xAF] + [UInt8](repeating: 5, count: 4)
        try store.write(SearchedStore.parquet(Array("/x".utf8), pseudonym: mac), to: "events/a.parquet")
        let findings = try store.search("00:00:5e:00:53:af").findings
        #expect(findings.map(\.notation) == [.hardwareBytes, .hardwareBytes])
        #expect(findings.allSatisfy { if case .page(_, "visitor", _, _) = $0.place { true } else { false } })
    }

    @Test(
        "An address or a telephone number in a column of numbers is found", arguments: [3_405_803_785, 821_012_345_678])
    func numbers(number: Int64) throws {
        try store.write(SearchedStore.parquet(Array("/x".utf8), number: number), to: "events/a.parquet")
        let findings = try store.search("+82 10-1234-5678", "203.0.113.9").findings
        #expect(findings.map(\.place) == [.values(column: "bytes", rowGroup: 1)])
        #expect(findings.map(\.position) == [2])
        #expect(findings.map(\.notation) == [number == 821_012_345_678 ? .digits : .addressNumber])
    }

    @Test("A value of the catalog is found, also where SQLite lays it in pieces into its file")
    func longRecords() throws {
        let mail = Array("anna.lee@example.com".utf8)
        // SQLite keeps the first 800 bytes or so in a page of its tree, and the rest in pages of 4092 bytes behind.
        let before = Array(stride(from: 600, to: 1000, by: 7))
        let values = before.map { count in
            [UInt8](repeating: 120, count: count) + mail + [UInt8](repeating: 120, count: 9000 - count)
        }
        try store.insert(values)
        let findings = try store.search("anna.lee@example.com").findings
        let records = findings.filter { if case .record = $0.place { true } else { false } }
        #expect(
            records.map(\.place) == values.indices.map { .record($0, table: "planted", column: "value") })
        #expect(records.map(\.position) == before.map { Int64($0) })
        let whole = try #require(findings.first { $0.place == .file })
        #expect(whole.count < values.count, "some lie in pieces")
    }

    @Test("What is too short is not looked for, and its line is told")
    func tooShort() throws {
        try store.write(Array("bob anna".utf8), to: "policy.yaml")
        let report = try store.search("bob", "", "  ", "anna\r", "anna")
        #expect(report.tooShort == [1])
        #expect(report.identifiers == 2)
        #expect(report.findings.map(\.line) == [4])
    }

    @Test("A name holds an identifier, and is shown without it")
    func names() throws {
        try store.write([], to: "events/anna@example.com/x-ANNA@EXAMPLE.COM\u{1B}.parquet")
        let findings = try store.search("anna@example.com").findings
        #expect(findings.map(\.file) == ["events/…/x-…?.parquet"])
        #expect(findings.map(\.place) == [.name])
        #expect(findings.map(\.count) == [2])
    }

    @Test("What cannot be looked into is told")
    func unsearched() throws {
        try FileManager.default.createSymbolicLink(
            atPath: store.path + "/link", withDestinationPath: "/nowhere")
        var bytes = try SearchedStore.parquet(Array("/x".utf8))
        // In the middle of the first page.
        bytes[30] ^= 0xFF
        try store.write(bytes, to: "damaged.parquet")
        let report = try store.search("anna@example.com")
        #expect(report.findings.isEmpty)
        #expect(report.unsearched.map(\.file) == ["damaged.parquet", "link"])
        #expect(report.needsPerson)
    }

    @Test("A store that is not there is missing, and a list must hold something that can be kept")
    func refusals() throws {
        let list = try IdentifierList(Array("anna@example.com".utf8))
        #expect { try LeakSearch(storePath: store.path + "/none", identifiers: list).run() } throws: { error in
            (error as? StoreError)?.kind == .missing
        }
        let tooMany = (0...100_000).map { "\($0)\n" }.joined()
        for text in ["", "\n \r\n", String(repeating: "x", count: 4097), tooMany] {
            #expect { try IdentifierList(Array(text.utf8)) } throws: { ($0 as? JobError)?.kind == .usage }
        }
    }

    @Test("The list is a file, also one that is compressed")
    func list() throws {
        for bytes in [Array("a\nb\na\n".utf8), SearchedStore.gzip(Array("a\nb\na\n".utf8))] {
            try store.write(bytes, to: "list")
            #expect(try IdentifierList(reading: store.path + "/list").identifiers.map(\.line) == [1, 2])
        }
    }
}
