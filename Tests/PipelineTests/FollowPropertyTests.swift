import TestSupport
import Testing

@testable import Pipeline

@Suite("Following files, whatever happens to them")
struct FollowPropertyTests {
    /// What has been done to the logs of a folder, at random.
    private struct Story {
        let folder: FollowedFolder
        var random: SplitMix64
        /// How many files there have been.
        var files = 0
        var hasLog = false
        /// The names of rotated files.
        var rotated: [String] = []
        /// Half a line that waits for its other half.
        var half: String?

        mutating func step() throws {
            for _ in 0..<Int.random(in: 1...3, using: &random) { try act() }
        }

        private mutating func act() throws {
            switch Int.random(in: 0..<10, using: &random) {
            case 0 where hasLog && half == nil: try rename()
            case 1 where hasLog && half == nil: try copyAndTruncate()
            case 2: try compress()
            case 3 where half == nil: try appendHalf()
            default: try append(Int.random(in: 1...40, using: &random))
            }
        }

        private mutating func append(_ count: Int) throws {
            try folder.append(
                (half.map { $0 + "\n" } ?? "") + folder.lines(count).map { $0 + "\n" }.joined(), to: "log")
            half = nil
            hasLog = true
        }

        private mutating func appendHalf() throws {
            let line = folder.lines(1)[0]
            // Without the status, so that the half cannot be taken for a whole line at the end of a run.
            let cut = line.index(line.startIndex, offsetBy: Int.random(in: 1..<line.count - 10, using: &random))
            try folder.append(String(line[..<cut]), to: "log")
            half = String(line[cut...])
            hasLog = true
        }

        private mutating func rotatedName() -> String {
            files += 1
            rotated.append("log.\(files)")
            return "log.\(files)"
        }

        private mutating func rename() throws {
            try folder.rename("log", to: rotatedName())
            hasLog = false
        }

        private mutating func copyAndTruncate() throws {
            try folder.copy("log", to: rotatedName())
            try folder.truncate("log")
        }

        /// As logrotate does one rotation later, when nobody writes to the file any more.
        private mutating func compress() throws {
            guard rotated.count > 1, let name = rotated.first else { return }
            rotated.removeFirst()
            try folder.gzip(name)
        }

        mutating func finish() throws {
            try append(1)
        }
    }

    @Test("Each line counts once, across rotations of every kind, restarts and crashes", arguments: 0..<8)
    func eachLineOnce(_ seed: UInt64) throws {
        let folder = try FollowedFolder()
        var story = Story(folder: folder, random: SplitMix64(seed: seed))
        for run in 0..<3 {
            let steps = (0..<15).map { _ in
                { (waiter: ScriptedWaiter) in
                    try story.step()
                    waiter.pass(Int64.random(in: 0...9000, using: &story.random))
                }
            }
            let last: ScriptedWaiter.Step = { _ in
                if run == 2 {
                    try story.finish()
                } else if Bool.random(using: &story.random) {
                    throw FollowedFolder.Death()
                }
            }
            do {
                _ = try folder.follow(["log*"], options: Ingest.Options(), steps: steps + [last])
            } catch is FollowedFolder.Death {}
        }
        try folder.expectEachLineOnce()
        #expect(folder.reports.texts == [])
    }
}
