import Events
import Testing

@testable import Store

/// Rows, and how often each is there.
struct StoredLines: Equatable {
    private var counts: [StoredLine: Int] = [:]

    mutating func add(_ text: LogText) {
        for case .accepted(let line) in text.lines.map(\.fate) { counts[line, default: 0] += 1 }
    }

    /// All rows of a store, as readers see them.
    init(of store: Store) throws {
        let columns = PartitionReader.Projection(texts: [.path], numbers: [.status, .bytes], order: false)
        for epoch in try store.catalog.epochs([.open]) {
            for (_, reader) in try store.readers(of: epoch) {
                for group in 0..<reader.rowGroupCount { add(try reader.read(rowGroup: group, columns)) }
            }
        }
    }

    init() {}

    private mutating func add(_ batch: EventBatch) {
        for row in 0..<batch.rowCount {
            let path = batch[.path].index(row)
            let line = StoredLine(
                time: batch.time[row], path: path == absentIndex ? "" : batch[.path].dictionary.text(Int(path)),
                status: batch[.status].value(row), bytes: batch[.bytes].value(row))
            counts[line, default: 0] += 1
        }
    }

    /// Expects the same rows, each as often.
    func expect(
        _ expected: StoredLines, _ occasion: @autoclosure () -> String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard self != expected else { return }
        let lines = Set(counts.keys).union(expected.counts.keys).sorted { $0.bytes < $1.bytes }
        var wrong: [String] = []
        for line in lines where counts[line, default: 0] != expected.counts[line, default: 0] {
            wrong.append("\(line.bytes): \(counts[line, default: 0]), not \(expected.counts[line, default: 0])")
        }
        Issue.record(
            "\(occasion()): \(wrong.count) lines are not there as often as they should be: \(wrong.prefix(5))",
            sourceLocation: sourceLocation)
    }
}
