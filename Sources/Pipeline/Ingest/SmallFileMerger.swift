import Events
import Store

/// Merges a writer's own small files of an open day, so that a log that is followed all day does not leave thousands.
struct SmallFileMerger {
    /// When to merge, and how much at once.
    struct Limits {
        /// So many small files of one epoch are merged.
        var files = 32
        /// A file with so many rows is not small; nor does a row group of a merged file have more.
        var smallRows = 128 << 10
        /// Rows that are merged at once, at most but for those of one file: the next commit waits for it.
        var rows = 1 << 20
        /// Bytes that gathered rows may take before they are written.
        var bytes = 24 << 20
    }

    private let writer: Writer
    private let seed: UInt64
    private let limits: Limits
    private var random = BufferedRandom()

    init(writer: Writer, seed: UInt64, limits: Limits = Limits()) {
        self.writer = writer
        self.seed = seed
        self.limits = limits
    }

    /// Merges what has gathered in an open epoch, whose lock the caller holds.
    mutating func mergeIfDue(_ epoch: Epoch) throws {
        let small = try writer.smallFiles(of: epoch, below: limits.smallRows, atLeast: limits.files)
        // What two policies let through stays apart: a file names the policy of all its rows.
        for (policy, files) in Dictionary(grouping: small, by: \.reader.policy) where files.count >= limits.files {
            var rows = 0
            let first = files.prefix { open in
                defer { rows += open.file.rows }
                return rows < limits.rows
            }
            if first.count > 1 { try merge(Array(first), of: epoch, policy: policy) }
        }
    }

    private mutating func merge(_ files: [Writer.OpenFile], of epoch: Epoch, policy: String) throws {
        let target = try writer.beginFile(epoch)
        do {
            var rows = EventAccumulator(epoch: epoch, seed: seed)
            for (_, reader) in files {
                for group in 0..<reader.rowGroupCount {
                    let count = rows.rowCount + reader.rowCount(rowGroup: group)
                    if count > limits.smallRows || rows.byteCount > limits.bytes { try write(&rows, to: target) }
                    rows.append(try reader.read(rowGroup: group, .everything))
                }
            }
            try write(&rows, to: target)
            try writer.replace(files.map(\.file), by: try target.finish(policy: policy, closed: false))
        } catch {
            try? target.discard()
            throw error
        }
    }

    /// Rows of several commits that fell into one second are mixed like those of one commit.
    private mutating func write(_ rows: inout EventAccumulator, to file: StagedPartition) throws {
        guard rows.rowCount > 0 else { return }
        try file.append(rows.take().shuffledWithinSeconds(random: &random))
    }
}
