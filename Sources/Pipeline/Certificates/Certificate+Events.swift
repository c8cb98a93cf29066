import Events
import Store

extension Certificate {
    /// The certificate of partitions that expiry has replaced by coarse ones, or removed: a deletion.
    ///
    /// - Parameters:
    ///   - term: the term of the class that they were of.
    ///   - destroyed: milliseconds since 1970.
    init(of removed: RemovedPartitions, term: RetentionTerm, destroyed: Int64, store: String?) {
        self.init(
            kind: removed.kind, day: removed.day, term: term, lastKept: term.lastDay(for: removed.day) ?? removed.day,
            destroyed: destroyed, method: .deletion, store: store,
            files: removed.files.map { file in
                File(
                    name: "events/date=\(removed.day)/\(file.name.final)", bytes: file.bytes,
                    sha256: Certificate.hexadecimal(file.digest), lines: file.rows)
            })
    }

    /// Bytes as lower-case hexadecimal digits, two each.
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
