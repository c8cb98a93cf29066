/// The end of an audit log, and what has to be done before the next record can be written.
public struct AuditTail: Sendable {
    /// How the log stands to the key of the next record.
    public enum Standing: Hashable, Sendable {
        /// The next record can be written.
        case ready
        /// The last record is there, and its key has not been advanced: a crash came between.
        case written
        /// The same, and the line end is missing.
        case unended
        /// So many bytes are the beginning of a record that was not written to its end.
        case torn(Int)
        case damaged(AuditDamage)
    }

    /// So many bytes of the log's end are enough: two lines, and what a crash has left.
    public static let byteCount = 3 * AuditLine.byteLimit

    /// The last whole line; nil if there is none, or it is no record.
    public let last: AuditLine?
    /// The line before it.
    private let earlier: AuditLine?
    /// Whether there is no whole line.
    private let isEmpty: Bool
    /// Whether the last line is the log's first.
    private let isFirst: Bool
    /// What stands behind the last line end.
    private let rest: ArraySlice<UInt8>

    /// - Parameters:
    ///   - bytes: the last ``byteCount`` bytes of the log, or all.
    ///   - isWhole: whether these are all.
    public init(_ bytes: [UInt8], isWhole: Bool) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        rest = lines.removeLast()
        isEmpty = lines.isEmpty && isWhole
        isFirst = lines.count == 1 && isWhole
        last = lines.popLast().flatMap { AuditLine($0) }
        earlier = lines.popLast().flatMap { AuditLine($0) }
    }

    /// Whether nothing has ever been written.
    public var isBlank: Bool { isEmpty && rest.isEmpty }

    /// Whether the last line has no end.
    public var isUnended: Bool { !rest.isEmpty }

    /// What the next record is chained to.
    public var hash: AuditDigest { last?.hash ?? .beginning }

    /// How the log stands.
    ///
    /// - Parameter key: the key of the next record, by the key directory.
    public func standing(to key: borrowing AuditKey) -> Standing {
        guard isEmpty || last != nil else { return .damaged(.unreadable) }
        let number = last?.record.number ?? 0
        // Of a log whose first records were removed, the one before the first is not there to be asked.
        if number == key.number, let last, rest.isEmpty {
            let previous = earlier?.hash ?? (isFirst && number == 1 ? .beginning : nil)
            return isGenuine(last, after: previous, key) ? .written : .damaged(.notGenuine)
        }
        guard number == key.number - 1 else {
            return .damaged(isEmpty ? .logMissing : number < key.number ? .endMissing : .keyOlder)
        }
        if rest.isEmpty { return .ready }
        if let line = AuditLine(rest), line.record.number == key.number, isGenuine(line, after: hash, key) {
            return .unended
        }
        return .torn(rest.count)
    }

    private func isGenuine(_ line: AuditLine, after previous: AuditDigest?, _ key: borrowing AuditKey) -> Bool {
        key.isMAC(line.mac, of: line.hash) && previous.map { $0.following(line.record.text) == line.hash } ?? true
    }
}
