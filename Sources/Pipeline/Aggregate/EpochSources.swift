import Events
import Store

/// Rows with the rank of the writer that wrote them: between writers, the writer's name decides.
struct OrderedRows {
    let batch: EventBatch
    let writerRank: [UInt32]
}

/// Files with the rows of an epoch: those it has on record, or others that are to take their place.
struct EpochSources {
    let epoch: Epoch
    let rowCount: Int
    /// In order of writer and sequence, each with its writer's rank.
    let readers: [(rank: UInt32, reader: PartitionReader)]
    /// Whose rows are passed over, though ``rowCount`` counts them.
    private let erased: ErasedVisitors

    /// The committed files.
    ///
    /// - Parameter erased: whose rows are passed over wherever everything is read.
    init(store: Store, epoch: Epoch, without erased: ErasedVisitors = ErasedVisitors()) throws {
        self.init(epoch: epoch, try store.readers(of: epoch), without: erased)
    }

    /// - Parameter files: those of one writer behind each other.
    init(
        epoch: Epoch, _ files: [(writer: String, reader: PartitionReader)],
        without erased: ErasedVisitors = ErasedVisitors()
    ) {
        self.epoch = epoch
        self.erased = erased
        var writers: [String] = []
        readers = files.map { file in
            if writers.last != file.writer { writers.append(file.writer) }
            return (UInt32(writers.count - 1), file.reader)
        }
        rowCount = readers.reduce(0) { sum, file in
            (0..<file.reader.rowGroupCount).reduce(sum) { $0 + file.reader.rowCount(rowGroup: $1) }
        }
    }

    /// Reads all rows, row group by row group.
    func forEach(_ projection: PartitionReader.Projection, _ body: (EventBatch, _ rank: UInt32) throws -> Void) throws {
        for (rank, reader) in readers {
            for index in 0..<reader.rowGroupCount {
                try body(erased.removed(from: try reader.read(rowGroup: index, projection)), rank)
            }
        }
    }

    /// All rows in one batch.
    func rows(_ projection: PartitionReader.Projection, seed: UInt64) throws -> OrderedRows {
        var rows = EventAccumulator(epoch: epoch, seed: seed)
        var ranks: [UInt32] = []
        try forEach(projection) { batch, rank in
            rows.append(batch)
            ranks.append(contentsOf: repeatElement(rank, count: batch.rowCount))
        }
        return OrderedRows(batch: rows.take(), writerRank: ranks)
    }
}
