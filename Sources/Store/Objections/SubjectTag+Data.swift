import Events
import Foundation

extension SubjectTag {
    /// Sixteen bytes, big-endian.
    var data: Data { Fingerprint(high: high, low: low).data }

    /// - Throws: ``StoreError`` (damaged) unless there are sixteen bytes.
    static func read(_ data: Data) throws -> SubjectTag {
        guard data.count == 16, let words = Fingerprint.list(data).first else {
            throw StoreError(
                .damaged, "The list of objections cannot be read. Restore catalog.sqlite from a backup.")
        }
        return SubjectTag(high: words.high, low: words.low)
    }
}
