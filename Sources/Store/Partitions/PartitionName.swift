/// The name of a partition file: `<writer>-<seq>.parquet`, or `<writer>-<seq>-g<generation>.parquet` once its day was
/// exchanged.
///
/// While a file is being written it is `.<writer>-<seq>.inprogress`: Spark skips it by the dot, DuckDB and ClickHouse
/// by the ending.
public struct PartitionName: Hashable, Sendable {
    public let writer: String
    public let sequence: Int
    /// How often the file's day has been exchanged; 0 for a plain commit.
    public let generation: Int

    public init(writer: String, sequence: Int, generation: Int = 0) {
        self.writer = writer
        self.sequence = sequence
        self.generation = generation
    }

    public var final: String {
        generation == 0 ? "\(writer)-\(sequence).parquet" : "\(writer)-\(sequence)-g\(generation).parquet"
    }

    public var inProgress: String { ".\(writer)-\(sequence).inprogress" }

    /// Reads the name of a file that is being written.
    init?(inProgress name: String) {
        guard name.hasPrefix("."), name.hasSuffix(".inprogress") else { return nil }
        let stem = name.dropFirst().dropLast(".inprogress".count)
        guard let dash = stem.lastIndex(of: "-"), let sequence = Int(stem[stem.index(after: dash)...]) else {
            return nil
        }
        self.init(writer: String(stem[..<dash]), sequence: sequence)
    }
}
