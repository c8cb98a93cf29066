public import Events

/// Parsed lines, column by column, with every identifier in clear.
///
/// Lives in memory only: not `Codable`, never logged, never handed to a target that can write. The gate in `Privacy` is
/// its only reader.
public struct RawBatch: Sendable {
    /// The texts of a record, of requests first, then of devices and apps.
    ///
    /// `forwarded` is the chain of addresses that proxies wrote down; `event` names what happened, `element` what was
    /// clicked, `terminal` the type of the device; `age` may be a year of birth. The last four tell of people.
    public enum Text: Int, CaseIterable, Sendable {
        case client, forwarded, user, method, target, `protocol`, referrer, agent, host, cookie
        case tls, mime, cache, language
        case mac, device, event, screen, element, appVersion, platform, terminal, appStatus
        case postalCode, age, gender, occupation
    }

    /// The numbers of a record; `duration` is in microseconds.
    public enum Number: Int, CaseIterable, Sendable {
        case status, bytes, duration
    }

    /// The name of the format that parsed these lines; of a mixed input, the one that matches most of them.
    public var format = ""
    /// UTC milliseconds, one per row.
    public private(set) var time: [Int64] = []
    private var texts: [RawTextColumn]
    private var numbers: [NumberColumn]
    /// The rows of each number column when the last row ended, and likewise of each text column.
    private var numberCounts: [Int]
    private var textCounts: [Int]
    /// Working space: where the values of one column lie.
    private var gather: [ByteRange] = []
    private var clients = ClientMap()
    /// Whether rows have been removed, so that there may be distinct values that no row has.
    public private(set) var hasUnusedValues = false

    /// - Parameter seed: random, secret to the process; see ``ByteInterner``.
    public init(seed: UInt64) {
        texts = Text.allCases.map { _ in RawTextColumn(seed: seed) }
        numbers = Number.allCases.map { _ in NumberColumn() }
        textCounts = Text.allCases.map { _ in 0 }
        numberCounts = Number.allCases.map { _ in 0 }
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

    /// Ends a row: call it after the row's fields have been appended.
    ///
    /// Columns that the row did not touch get null.
    public mutating func endRow(time milliseconds: Int64) {
        let row = time.count
        time.append(milliseconds)
        for column in texts.indices {
            let count = texts[column].indices.count
            if count == 0 { continue }
            if textCounts[column] == 0, row > 0 {
                texts[column].insertAbsent(row)
            } else if count == row {
                texts[column].appendAbsent()
            }
            textCounts[column] = row + 1
        }
        for column in numbers.indices {
            let count = numbers[column].values.count
            if count == 0 { continue }
            if numberCounts[column] == 0, row > 0 {
                numbers[column].values.insert(contentsOf: repeatElement(NumberColumn.absent, count: row), at: 0)
            } else if count == row {
                numbers[column].values.append(NumberColumn.absent)
            }
            numberCounts[column] = row + 1
        }
    }

    /// Makes room for `rows` rows in the columns that access logs have.
    public mutating func reserveCapacity(_ rows: Int) {
        time.reserveCapacity(rows)
        for field in [Text.client, .method, .target, .protocol, .referrer, .agent] {
            texts[field.rawValue].reserveCapacity(rows)
        }
        for field in [Number.status, .bytes] {
            numbers[field.rawValue].values.reserveCapacity(rows)
        }
    }

    /// Empties the batch for the next lines; its memory stays.
    public mutating func removeAll() {
        time.removeAll(keepingCapacity: true)
        for column in texts.indices {
            texts[column].removeAll()
            textCounts[column] = 0
        }
        for column in numbers.indices {
            numbers[column].values.removeAll(keepingCapacity: true)
            numberCounts[column] = 0
        }
        clients.removeAll()
        hasUnusedValues = false
    }

    /// Removes some of the rows from `first` on.
    ///
    /// Their values stay among the distinct values, so that the indices of the other rows hold.
    ///
    /// - Parameter isRemoved: one per row from `first` on.
    public mutating func removeRows(from first: Int, where isRemoved: [Bool]) {
        precondition(first + isRemoved.count == rowCount, "there is an answer for each row")
        guard isRemoved.contains(true) else { return }
        time.remove(from: first, where: isRemoved)
        for column in texts.indices where textCounts[column] > 0 {
            texts[column].removeRows(from: first, where: isRemoved)
            textCounts[column] = rowCount
        }
        for column in numbers.indices where numberCounts[column] > 0 {
            numbers[column].values.remove(from: first, where: isRemoved)
            numberCounts[column] = rowCount
        }
        clients.keepRows(texts[Text.client.rawValue].indices.count)
        hasUnusedValues = true
    }

    /// Puts into the client column of the rows that were appended since the last call who sent the request, in place
    /// of what the lines say.
    mutating func resolveClients(_ resolver: ClientResolver) {
        clients.resolve(&texts[Text.client.rawValue], chains: texts[Text.forwarded.rawValue], resolver)
    }

    /// Appends all of `records`, column by column.
    ///
    /// - Parameters:
    ///   - bytes: where the plain fields lie.
    ///   - decoded: where the fields lie that had escapes.
    mutating func append(_ records: borrowing RecordStage, of bytes: Span<UInt8>, decoded: Span<UInt8>) {
        let before = time.count
        let rows = before + records.count
        records.appendTimes(to: &time)
        for field in Text.allCases where records.has(field) || textCounts[field.rawValue] > 0 {
            texts[field.rawValue].pad(to: before)
            records.append(field, of: bytes, decoded: decoded, to: &texts[field.rawValue], gather: &gather)
            textCounts[field.rawValue] = rows
        }
        for field in Number.allCases where records.has(field) || numberCounts[field.rawValue] > 0 {
            let missing = before - numbers[field.rawValue].values.count
            if missing > 0 {
                numbers[field.rawValue].values.append(contentsOf: repeatElement(NumberColumn.absent, count: missing))
            }
            records.append(field, to: &numbers[field.rawValue].values)
            numberCounts[field.rawValue] = rows
        }
    }
}
