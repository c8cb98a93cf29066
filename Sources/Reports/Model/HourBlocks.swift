import Releases

/// Which hours have to be added up as blocks of three, because some day tells them only so.
struct HourBlocks {
    private let blocks: Set<String>

    init(_ tables: [PublishedTable]) {
        blocks = Set(tables.flatMap { $0.releasedRows.map(\.label) }.filter { $0.contains("-") })
    }

    /// The block that `label` belongs to, else the label itself.
    func label(_ label: String) -> String {
        guard !blocks.isEmpty, let hour = Int(label) else { return label }
        let first = hour / 3 * 3
        let block = "\(HourBlocks.padded(first))-\(HourBlocks.padded(first + 2))"
        return blocks.contains(block) ? block : label
    }

    private static func padded(_ hour: Int) -> String {
        hour < 10 ? "0\(hour)" : "\(hour)"
    }
}
