import TestSupport
import Testing

@Suite("However a log is cut and fed, its lines are counted once")
struct RandomGrowthTests {
    @Test("Growing prefixes, cut at any byte, in any form", arguments: 1...12)
    func growth(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let space = try Workspace()
        let count = [3, 30, 300, 3000].randomElement(using: &random) ?? 3
        let lines = SampleLog.lines(count, seed: 1000 + UInt64(seed))
        let log = lines.log
        var cuts = (0..<Int.random(in: 1...6, using: &random)).map { _ in Int.random(in: 0...log.count, using: &random)
        }
        cuts.sort()
        var accepted = 0
        for cut in cuts + [log.count, log.count] {
            let form = Form.allCases.randomElement(using: &random) ?? .file
            let counts = try space.ingest(Array(log[..<cut]), as: form)
            accepted += counts.accepted
            let whole = log[..<cut].count { $0 == 10 }
            #expect(counts.filtered == 0 && counts.rejected == 0, "\(cut) bytes as \(form)")
            #expect(
                accepted == whole || accepted == whole + 1,
                "\(accepted) of \(whole) lines after \(cut) bytes as \(form)")
        }
        #expect(accepted == count)
        #expect(try space.storedRows() == count)
    }

    @Test("Pieces of several logs, grown in turns", arguments: 1...4)
    func severalLogs(seed: Int) throws {
        var random = SplitMix64(seed: 77 + UInt64(seed))
        let space = try Workspace()
        let logs = (0..<3).map { SampleLog.lines(200, seed: UInt64(seed * 10 + $0)) }
        var ends = [0, 0, 0]
        var accepted = 0
        while ends != [200, 200, 200] {
            let index = Int.random(in: 0..<3, using: &random)
            ends[index] = min(200, ends[index] + Int.random(in: 1...90, using: &random))
            let form = Form.allCases.randomElement(using: &random) ?? .file
            accepted += try space.ingest(logs[index][..<ends[index]].log, as: form, name: "log.\(index)").accepted
            #expect(accepted == ends.reduce(0, +), "after \(ends) as \(form)")
        }
    }
}
