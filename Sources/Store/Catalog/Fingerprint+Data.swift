import Events
import Foundation

extension Fingerprint {
    /// Sixteen bytes, big-endian.
    var data: Data {
        var data = Data(capacity: 16)
        for word in [high, low] {
            for shift in stride(from: 56, through: 0, by: -8) {
                data.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        return data
    }

    /// Reads fingerprints that stand one behind the other.
    static func list(_ data: Data) -> [Fingerprint] {
        let bytes = [UInt8](data)
        func word(_ start: Int) -> UInt64 {
            bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
        }
        return stride(from: 0, to: bytes.count / 16 * 16, by: 16).map { Fingerprint(high: word($0), low: word($0 + 8)) }
    }
}
