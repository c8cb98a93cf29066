import Events

/// Writes values in the one form whose digest is stored: big-endian integers of eight bytes, texts behind their length.
///
/// There is exactly one way to write a value, so equal releases have equal bytes and equal digests.
struct CanonicalWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: Int64) {
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
        }
    }

    mutating func write(_ count: Int) {
        write(Int64(count))
    }

    mutating func write(tag: UInt8) {
        bytes.append(tag)
    }

    mutating func write(_ raw: [UInt8]) {
        write(raw.count)
        bytes.append(contentsOf: raw)
    }

    /// Bytes without their length.
    mutating func write(appending raw: some Sequence<UInt8>) {
        bytes.append(contentsOf: raw)
    }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write(_ epoch: Epoch) {
        write(Int64(epoch.day.number))
        write(epoch.supplement)
    }
}
