import Events

@testable import Privacy

/// Keys with known bytes, so that a finding can be seen again.
enum FixedKeys {
    private static let keys = (0..<4).map { month in
        ContentKey(IdentityKey(month: Month(of: FixedKeys.day(month)), secret: secret(UInt8(month))), scope: "")
    }

    /// The key of one of four months.
    static func contentKey(_ month: Int) -> ContentKey { keys[month] }

    private static func day(_ month: Int) -> Day {
        Day(year: 2026, month: 1 + month, day: 1) ?? Day(number: 0)
    }

    private static func secret(_ first: UInt8) -> SecretKey {
        unsafe SecretKey { buffer in
            for offset in buffer.indices { unsafe buffer[offset] = first &+ UInt8(offset) }
        }
    }
}
