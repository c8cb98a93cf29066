public import Events

/// Parsed lines, column by column, with every identifier in clear.
///
/// Lives in memory only: not `Codable`, never logged, never handed to a target that can write. The gate in `Privacy` is its only
/// reader.
public struct RawBatch: Sendable {
    /// The texts of a record.
    public enum Text: Int, CaseIterable, Sendable {
        case client, user, method, target, `protocol`, referrer, agent, host, mac, device, cookie
    }

    /// The numbers of a record; `duration` is in microseconds.
    public enum Number: Int, CaseIterable, Sendable {
        case status, bytes, duration
    }

    /// The name of the format that parsed these lines.
    public var format = ""
    /// UTC milliseconds, one per row.
    public private(set) var time: [Int64] = []
    private var texts: [RawTextColumn]
    private var numbers: [NumberColumn]

    /// - Parameter seed: random, secret to the process; see ``ByteInterner``.
    public init(seed: UInt64) {
        texts = Text.allCases.map { _ in RawTextColumn(seed: seed) }
        numbers = Number.allCases.map { _ in NumberColumn() }
    }

    public var rowCount: Int { time.count }

    /// Bytes held by the distinct values, the bound on a batch's memory.
    public var byteCount: Int {
        texts.reduce(0) { $0 + $1.dictionary.byteCount }
    }

    public subscript(field: Text) -> RawTextColumn {
        get { texts[field.rawValue] }
        _modify { yield &texts[field.rawValue] }
    }

    public subscript(field: Number) -> NumberColumn {
        get { numbers[field.rawValue] }
        _modify { yield &numbers[field.rawValue] }
    }

    /// Ends a row: call it after the row's fields have been appended. Columns that the row did not touch get null.
    @inline(__always)
    public mutating func endRow(time milliseconds: Int64) {
        time.append(milliseconds)
    }
}
