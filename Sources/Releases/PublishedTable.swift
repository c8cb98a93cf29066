public import Events

/// One table of statistics that passed disclosure control: all that a report can see of a table.
///
/// There are two ways to get one: disclosure control makes it (the initialiser is its SPI), or it is decoded from its
/// canonical bytes after their digest was checked. So whatever is printed was released, and is what was released.
public struct PublishedTable: Hashable, Sendable {
    /// The name of the definition, such as `pages`.
    public let name: String
    /// The epoch that was counted.
    public let epoch: Epoch
    public let columns: [Column]
    /// The rows as they were released, in the order in which they are meant to be read.
    public let releasedRows: Rows
    /// The number of visitors that had to stand behind each number.
    public let k: Int
    /// Whether some rows were withheld or merged into "other".
    public let hidesRows: Bool
    /// How much of the leading column stands in rows that are not told singly, rounded to whole per cent; nil where it is
    /// not told.
    public let hiddenPercent: Int?
    /// The sum of the leading column over all rows, those that are not told included.
    public let total: Value
    /// What a reader has to know besides the definition; empty if nothing.
    public let note: String

    /// Makes a table.
    ///
    /// Only disclosure control may say that it is fit to be shown.
    @_spi(DisclosureControl)
    public init(
        name: String, epoch: Epoch, columns: [Column], rows: [Row], k: Int, hidesRows: Bool = false,
        hiddenPercent: Int? = nil, total: Value = .hidden, note: String = ""
    ) {
        precondition(rows.allSatisfy { $0.values.count == columns.count }, "a row has one value per column")
        self.name = name
        self.epoch = epoch
        self.columns = columns
        releasedRows = Rows(rows, columnCount: columns.count)
        self.k = k
        self.hidesRows = hidesRows
        self.hiddenPercent = hiddenPercent
        self.total = total
        self.note = note
    }

    /// All rows, decoded anew each time; ``releasedRows`` for a few of them or for a column.
    public var rows: [Row] { Array(releasedRows) }

    /// The position of the column called `name`.
    public func column(_ name: String) -> Int? {
        columns.firstIndex { $0.name == name }
    }
}
