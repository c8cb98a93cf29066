import Events

@testable import Privacy

/// Keys with known bytes, and the days they are for.
enum TestKeys {
    static let day = Day(year: 2026, month: 3, day: 1) ?? Day(number: 0)
    /// Midnight UTC of ``day``.
    static let start = Int64(day.number) * 86_400

    /// The bytes `first`, `first + 1`, … up to 32.
    static func secret(startingWith first: UInt8) -> SecretKey {
        unsafe SecretKey { buffer in
            for offset in buffer.indices { unsafe buffer[offset] = first &+ UInt8(offset) }
        }
    }

    /// - Parameter bytes: 32.
    static func secret(_ bytes: [UInt8]) -> SecretKey {
        unsafe SecretKey { buffer in unsafe buffer.copyBytes(from: bytes) }
    }

    static func bytes(_ key: borrowing SecretKey) -> [UInt8] {
        unsafe key.withUnsafeBytes { unsafe Array($0) }
    }

    static func epochKey(_ epoch: Epoch = Epoch(day: day), first: UInt8 = 0) -> EpochKey {
        EpochKey(epoch: epoch, secret: secret(startingWith: first))
    }

    static func identityKey(first: UInt8 = 0) -> IdentityKey {
        IdentityKey(month: Month(of: day), secret: secret(startingWith: first))
    }

    /// The day in UTC, `days` after ``day``.
    static func localDay(_ days: Int = 0) -> LocalDay {
        let start = start + Int64(days) * 86_400
        return LocalDay(
            day: day.advanced(by: days), range: start..<(start + 86_400), segments: [.init(start: start, offset: 0)])
    }

    static func epochKeys(_ days: Int = 0, supplement: Int = 0, first: UInt8 = 0, policy: Policy) -> EpochKeys {
        let local = localDay(days)
        let key = epochKey(Epoch(day: local.day, supplement: supplement), first: first)
        return EpochKeys(key, day: local, policy: policy)
    }

    /// The keys of the UTC day that holds an instant, whichever it is.
    static func keys(of second: Int64, policy: Policy) -> EpochKeys {
        let number = second >= 0 ? second / 86_400 : (second - 86_399) / 86_400
        return epochKeys(Int(number) - Int(day.number), policy: policy)
    }
}
