public import Events
import Parquet

/// Reads a partition file back, row group by row group, only the columns that are asked for.
public struct PartitionReader {
    /// What to read besides `time`.
    public struct Projection: Sendable {
        public var texts: [EventField.Text]
        public var identities: [EventField.Identity]
        public var numbers: [EventField.Number]
        public var flags: [EventField.Flag]
        /// `tie`, `visit` and `seq`.
        public var order: Bool

        public init(
            texts: [EventField.Text] = [], identities: [EventField.Identity] = [], numbers: [EventField.Number] = [],
            flags: [EventField.Flag] = [], order: Bool = true
        ) {
            self.texts = texts
            self.identities = identities
            self.numbers = numbers
            self.flags = flags
            self.order = order
        }

        public static let everything = Projection(
            texts: EventField.Text.allCases, identities: EventField.Identity.allCases,
            numbers: EventField.Number.allCases, flags: EventField.Flag.allCases)

        var columns: [String] {
            [PartitionSchema.time] + texts.map(\.name) + identities.map(\.name) + numbers.map(\.name)
                + flags.map(\.name)
                + (order ? [PartitionSchema.tie, PartitionSchema.visit, PartitionSchema.sequence] : [])
        }
    }

    /// The columns of random numbers: what stands in them is of no log.
    public static let randomColumns: Set<String> = [PartitionSchema.tie, PartitionSchema.visit]

    private let file: ParquetFile<FileSource>
    private let epoch: Epoch
    private let path: String

    /// - Throws: ``StoreError`` if the file is missing or damaged.
    public init(_ file: PartitionFile, layout: StoreLayout) throws {
        let final = "\(layout.folder(of: file.epoch.day))/\(file.name.final)"
        // A writer that died after its transaction may not have renamed it yet.
        let staged = "\(layout.staging)/\(file.name.inProgress)"
        let path = FileSystem.kind(final) == nil && FileSystem.kind(staged) != nil ? staged : final
        try self.init(path: path, epoch: file.epoch)
    }

    init(path: String, epoch: Epoch) throws {
        self.epoch = epoch
        self.path = path
        do {
            file = try ParquetFile(FileSource(path: path))
        } catch let error as ParquetError {
            throw StoreError(.damaged, "\(path): \(error). Restore the file from a backup.")
        }
    }

    /// The digest of the policy that let the rows through.
    public var policy: String { file.metadata.value(of: PartitionSchema.policy) ?? "" }

    public var rowGroupCount: Int { file.rowGroups.count }

    public func rowCount(rowGroup index: Int) -> Int { Int(file.rowGroups[index].rowCount) }

    public func read(rowGroup index: Int, _ projection: Projection) throws -> EventBatch {
        var batch = EventBatch(epoch: epoch)
        let names = projection.columns
        let columns: [ColumnValues]
        do {
            columns = try file.read(rowGroup: index, columns: names)
        } catch let error as ParquetError {
            throw StoreError(.damaged, "\(path): \(error). Restore the file from a backup.")
        }
        for (name, values) in zip(names, columns) {
            try batch.set(values, column: name)
        }
        return batch
    }
}
