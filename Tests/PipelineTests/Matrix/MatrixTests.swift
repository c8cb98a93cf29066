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
    private func expectedCounts(_ step: Step, by feeding: Feeding) -> Counts {
        var counts = step.new.counts
        let names = feeding == .followedAnew ? logs.names : step.fed
        let lines = names.reduce(0) { $0 + logs.text($1).lines.count }
        counts.duplicate = lines - counts.read - (step.pending > 0 ? 1 : 0)
        counts.pendingBytes = step.pending
        return counts
    }

    @Test("Each step counts what is new, exactly once", arguments: MatrixCell.runs)
    func sums(_ cell: MatrixCell) throws {
        let store = try MatrixStore(root: folder.path + "/a", logs: logs, seed: cell.seed)
        var expected = StoredLines()
        for (number, step) in cell.steps().enumerated() {
            for change in step.changes { try logs.apply(change) }
            let counts = try store.read(step, by: cell.feeding.way(ofStep: number))
            #expect(counts == expectedCounts(step, by: cell.feeding), "step \(number)")
            expected.add(step.new)
            try store.storedLines().expect(expected, "step \(number)")
        }
    }

    /// How a run that follows and the writers of its logs come in each other's way.
    enum Pace: CaseIterable {
        /// All that was read is on record before the next step.
        case slow
        /// The run looks between one change and the next.
        case quick
        /// All changes of a step are made between two looks of the run.
        case quickest
    }

    @Test(
        "Files that are followed through all steps count what is new, exactly once",
        arguments: MatrixCell.followed, Pace.allCases)
    func following(_ cell: MatrixCell, _ pace: Pace) throws {
        let store = try MatrixStore(root: folder.path + "/a", logs: logs, seed: cell.seed)
        let expected = Expectation()
        var script: [ScriptedWaiter.Step] = []
        for (number, step) in cell.steps().enumerated() {
            if pace == .quickest {
                script.append { _ in for change in step.changes { try logs.apply(change) } }
            } else {
                for change in step.changes { script.append { _ in try logs.apply(change) } }
            }
            if pace == .slow {
                // Long enough for a format to be found out, and for a file that has to be read again.
                for _ in 0..<2 { script.append { $0.pass(store.commitInterval + 2000) } }
            }
            script.append { _ in
                expected.lines.add(step.new)
                expected.counts = expected.counts + step.new.counts
                // A last line without its line end waits for it.
                guard pace == .slow, logs.names.allSatisfy({ logs.text($0).lacking == 0 }) else { return }
                try store.storedLines().expect(expected.lines, "step \(number)")
            }
        }
        var counts = try store.follow(script, source: nil)
        // How often known lines are read again depends on when the run looks.
        counts.duplicate = 0
        counts.pendingBytes = 0
        #expect(counts == expected.counts)
        try store.storedLines().expect(expected.lines, "at the end")
    }

    /// What the steps that have been done should have come to.
    private final class Expectation {
        var lines = StoredLines()
        var counts = Counts()
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
                #expect(try killed.staged == [], "\(occasion)")
                let again = try killed.read(step, by: way)
                #expect(again.read == again.duplicate, "\(occasion), and run twice")
                renames = renames < unnamed.count - 1 ? renames + 1 : 0
            } while renames > 0
        }
    }
}
