import Testing

@testable import Privacy

@Suite("The check of an audit log")
struct AuditVerifierTests {
    private let log = MadeAuditLog([.officerAdded, .ingest, .aggregate, .ingest, .aggregate])

    private func kinds(_ findings: AuditFindings) -> [AuditFault.Kind] { findings.faults.map(\.kind) }

    @Test("A log as it was written is good", arguments: [false, true])
    func good(isShown: Bool) throws {
        let findings = try log.check(log.bytes, showing: isShown, head: log.head)
        #expect(findings.isGood)
        #expect(findings.lines == 5)
        #expect(findings.checkedMACs == (isShown ? 5 : 0))
        #expect(findings.first?.number == 1)
        #expect(findings.head == log.head)
        #expect(!findings.isUnadvanced)
    }

    @Test("Every change of a byte is seen by who has an officer's key, and any but that of a MAC by all others")
    func bytes() throws {
        let log = MadeAuditLog([.officerAdded, .ingest, .aggregate])
        let macs = log.lines.reduce(into: (start: 0, places: Set<Int>())) { sum, line in
            let end = sum.start + line.utf8.count - 2
            sum.places.formUnion((end - 64)..<end)
            sum.start += line.utf8.count + 1
        }.places
        var text = log.bytes
        for place in text.indices {
            let byte = text[place]
            for other in [byte ^ 1, UInt8(ascii: "0"), UInt8(ascii: "\n"), 0xFF] where other != byte {
                text[place] = other
                let isHexadecimal = "0123456789abcdef".utf8.contains(other)
                let isHidden = macs.contains(place) && isHexadecimal
                #expect(try log.check(text, showing: false).isGood == isHidden, "byte \(place) to \(other)")
                if isHidden { #expect(try !log.check(text, showing: true).isGood, "byte \(place) to \(other)") }
            }
            text[place] = byte
        }
    }

    @Test("An edited record is named, whether or not its hash was made to fit", arguments: 0..<5)
    func edited(_ index: Int) throws {
        var lines = log.lines
        lines[index].replace("uid 1000", with: "uid 1001")
        for isShown in [false, true] {
            let findings = try log.check(lines, showing: isShown)
            #expect(findings.faults.first == AuditFault(line: index + 1, number: index + 1, .changed))
            #expect(findings.faultCount == 1)
        }
    }

    @Test("A log that was written anew from a record on is seen by its MACs only")
    func rewritten() throws {
        let text = String(decoding: log.bytes, as: UTF8.self)
        let head = log.head
        // Somebody without the key of record 3 takes one of their own.
        var forged = MadeAuditLog([.officerAdded, .ingest])
        for _ in 3...5 { forged.append(.verify, under: 77) }
        #expect(forged.bytes != Array(text.utf8))
        #expect(try log.check(forged.bytes, showing: false).isGood)
        let findings = try log.check(forged.bytes, showing: true)
        #expect(findings.faults.first == AuditFault(line: 3, number: 3, .notGenuine))
        #expect(findings.faultCount == 3)
        #expect(kinds(try log.check(forged.bytes, showing: false, head: head)) == [.headDiffers(5)])
    }

    @Test("Exchanged records are named", arguments: 0..<4)
    func reordered(_ index: Int) throws {
        var lines = log.lines
        lines.swapAt(index, index + 1)
        let first = try #require(try log.check(lines, showing: false).faults.first)
        #expect(first.line == index + 1)
    }

    @Test("A removed record is named", arguments: 1..<4)
    func removed(_ index: Int) throws {
        var lines = log.lines
        lines.remove(at: index)
        let findings = try log.check(lines, showing: true)
        let number = index + 1
        #expect(findings.faults == [AuditFault(line: number, number: number + 1, .missing(number...number))])
    }

    @Test("Records that were removed at the beginning are named, since no record says that their term was over")
    func beginningRemoved() throws {
        let findings = try log.check(Array(log.lines.dropFirst(2)), showing: true)
        #expect(findings.faults == [AuditFault(line: 1, number: 3, .beginningMissing(1...2))])
    }

    @Test("Records that were cut off at the end are named", arguments: 1...4)
    func truncated(_ count: Int) throws {
        let findings = try log.check(Array(log.lines.dropLast(count)), showing: false)
        #expect(kinds(findings) == [.endMissing((6 - count)...5)])
        #expect(findings.faults.first?.line == nil)
    }

    @Test("A repeated record is named")
    func repeated() throws {
        let lines = log.lines[..<3] + log.lines[2...]
        #expect(
            try log.check(Array(lines), showing: true).faults.first
                == AuditFault(line: 4, number: 3, .misplaced(after: 3)))
    }

    @Test("A record of another log is named")
    func spliced() throws {
        let other = MadeAuditLog([.ingest, .ingest, .verify, .ingest, .ingest], firstKey: 9)
        var lines = log.lines
        lines[2] = other.lines[2]
        let findings = try log.check(lines, showing: false)
        #expect(findings.faults.map(\.line) == [3, 4])
        #expect(kinds(findings) == [.changed, .changed])
        #expect(kinds(try log.check(lines, showing: true)) == [.notGenuine, .changed])
    }

    @Test("What is no record is named, and what follows it too, since it cannot be checked")
    func unreadable() throws {
        var lines = log.lines
        lines[2] = "nothing"
        #expect(
            try log.check(lines, showing: true).faults == [
                AuditFault(line: 3, .unreadable), AuditFault(line: 4, number: 4, .uncheckable),
            ])
    }

    @Test("An older copy of the log is seen by the key, and one of log and key by a head that was kept elsewhere")
    func older() throws {
        let older = MadeAuditLog([.officerAdded, .ingest, .aggregate])
        #expect(kinds(try log.check(older.bytes, showing: true)) == [.endMissing(4...5)])
        #expect(try older.check(older.bytes, showing: true).isGood)
        #expect(kinds(try older.check(older.bytes, showing: true, head: log.head)) == [.headMissing(5)])
    }

    @Test("An older copy of the key is seen by the log")
    func olderKey() throws {
        let older = MadeAuditLog([.officerAdded, .ingest, .aggregate])
        #expect(kinds(try older.check(log.bytes, showing: false)) == [.keyOlder(4)])
    }

    @Test("A last record whose key has not been advanced is good if it is that key's")
    func unadvanced() throws {
        let shorter = MadeAuditLog([.officerAdded, .ingest, .aggregate, .ingest])
        let findings = try shorter.check(log.bytes, showing: false)
        #expect(findings.isGood)
        #expect(findings.isUnadvanced)
        var forged = MadeAuditLog([.officerAdded, .ingest, .aggregate, .ingest])
        forged.append(.aggregate, under: 6)
        #expect(try shorter.check(forged.bytes, showing: false).faults == [AuditFault(line: 5, number: 5, .notGenuine)])
    }

    @Test("A log whose first records were removed when their term was over is good, if a record says so")
    func trimmed() throws {
        var log = log
        let removed = try #require(AuditLine(Array(log.lines[1].utf8)))
        log.append(.trimmed, [.count(.removed, 2), .digest(.last, removed.hash)])
        log.append(.ingest)
        for isShown in [false, true] {
            #expect(try log.check(Array(log.lines.dropFirst(2)), showing: isShown).isGood)
            // As a crash leaves it between the record and the removal.
            #expect(try log.check(log.lines, showing: isShown).isGood)
            for count in [1, 3] {
                let findings = try log.check(Array(log.lines.dropFirst(count)), showing: isShown)
                #expect(kinds(findings) == [.beginningMissing(1...count)])
            }
            var changed = Array(log.lines.dropFirst(2))
            changed[0].replace("uid 1000", with: "uid 1001")
            #expect(kinds(try log.check(changed, showing: isShown)) == [.changed])
        }
        let rest = Array(log.lines.dropFirst(2))
        let head = AuditHead(number: 2, hash: removed.hash)
        #expect(try log.check(rest, showing: false, head: head).isGood)
        let gone = try AuditHead(number: 1, hash: #require(AuditLine(Array(log.lines[0].utf8))).hash)
        #expect(kinds(try log.check(rest, showing: false, head: gone)) == [.headRemoved(1)])
        let wrong = AuditHead(number: 2, hash: gone.hash)
        #expect(kinds(try log.check(rest, showing: false, head: wrong)) == [.headRemoved(2)])
    }

    @Test("That a log was found damaged stays a fault")
    func reported() throws {
        var log = log
        log.append(.damaged, [.fault(.keyMissing)])
        #expect(kinds(try log.check(log.bytes, showing: true)) == [.reported("key-missing")])
    }

    @Test("Records before the key that was sealed to the officers are not taken for checked")
    func notCovered() throws {
        var verifier = AuditVerifier(keys: try log.keys(from: 3))
        for line in log.lines { verifier.take(Array(line.utf8)) }
        let findings = verifier.finish()
        #expect(findings.checkedMACs == 3)
        #expect(findings.faults == [AuditFault(line: 1, number: 1, .notCovered)])
    }

    @Test("A log that claims to be endless is refused in a bounded time")
    func endless() throws {
        var lines: [String] = []
        for number in [1 << 40, 5, 1 << 50, 7] {
            let record = AuditRecord(
                number: number, time: 0, event: .ingest, by: AuditAuthor(host: "host", user: 1), [])
            let hash = AuditDigest.beginning.following(record.text)
            lines.append("\(record.text.dropLast()),\"hash\":\"\(hash.text)\",\"mac\":\"\(hash.text)\"}")
        }
        var verifier = AuditVerifier(keys: try log.keys(stepLimit: 1000))
        for line in lines { verifier.take(Array(line.utf8)) }
        #expect(!verifier.finish().isGood)
    }

    @Test("Of many faults the first are named and all counted")
    func many() throws {
        let findings = try log.check(Array(repeating: "nothing", count: 250), showing: true)
        #expect(findings.faultCount == 251)
        #expect(findings.faults.count == 100)
        #expect(findings.faults.first == AuditFault(line: 1, .unreadable))
    }
}
