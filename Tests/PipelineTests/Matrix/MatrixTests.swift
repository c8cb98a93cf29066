import Foundation
import TestSupport
import Testing

@Suite("The same bytes are never counted twice, and different bytes are never lost")
struct MatrixTests {
    private let folder: TemporaryFolder
    private let logs: LogFolder

    init() throws {
        folder = try TemporaryFolder()
        logs = LogFolder(path: folder.path + "/logs")
    }

    /// What the summary of a step says if its sums are right.
    private func expectedCounts(_ step: Step) -> Counts {
        var counts = step.new.counts
        let lines = step.fed.reduce(0) { $0 + logs.text($1).lines.count }
        counts.duplicate = lines - counts.read - (step.pending > 0 ? 1 : 0)
        counts.pendingBytes = step.pending
        return counts
    }

    @Test("Each step counts what is new, exactly once", arguments: MatrixCell.all)
    func sums(_ cell: MatrixCell) throws {
        let store = try MatrixStore(root: folder.path + "/a", logs: logs, seed: cell.seed)
        var expected = StoredLines()
        for (number, step) in cell.steps().enumerated() {
            for change in step.changes { try logs.apply(change) }
            let counts = try store.read(step, by: cell.feeding.way(ofStep: number))
            #expect(counts == expectedCounts(step), "step \(number)")
            expected.add(step.new)
            try store.storedLines().expect(expected, "step \(number)")
        }
    }

    @Test(
        "A run that is killed, wherever, and run again on the same input counts what it would have counted",
        arguments: MatrixCell.killed)
    func kills(_ cell: MatrixCell) throws {
        let store = try MatrixStore(root: folder.path + "/a", logs: logs, seed: cell.seed)
        var expected = StoredLines()
        let steps = cell.steps()
        let last = steps.lastIndex { !$0.new.lines.isEmpty } ?? 0
        for (number, step) in steps[..<last].enumerated() {
            for change in step.changes { try logs.apply(change) }
            _ = try store.read(step, by: cell.feeding.way(ofStep: number))
            expected.add(step.new)
        }
        let step = steps[last]
        let way = cell.feeding.way(ofStep: last)
        for change in step.changes { try logs.apply(change) }
        expected.add(step.new)
        let points = KillPoints(root: store.root)
        _ = try store.read(step, by: way, watched: points)
        #expect(points.all.count > 3, "the run has been looked at while it changed the store")
        for (instant, disk) in points.all.enumerated() {
            var renames = 0
            repeat {
                let root = folder.path + "/\(instant)-\(renames)"
                try KillPoints.restore(disk, below: root)
                let killed = try MatrixStore(root: root, logs: logs, seed: cell.seed)
                let unnamed = try killed.unnamedFiles()
                for file in unnamed.prefix(renames) { try killed.name(file) }
                let occasion = "killed at instant \(instant) after \(renames) renames"
                _ = try killed.read(step, by: way)
                try killed.storedLines().expect(expected, occasion)
                let again = try killed.read(step, by: way)
                #expect(again.read == again.duplicate, "\(occasion), and run twice")
                renames = renames < unnamed.count - 1 ? renames + 1 : 0
            } while renames > 0
        }
    }
}
