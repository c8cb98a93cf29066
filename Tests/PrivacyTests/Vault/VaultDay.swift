import Events

@testable import Privacy

/// A pair of a day, or of something else on that day, whose private half the tests hold.
final class VaultDay: Sendable {
    let key: SealedPair
    let day: Day
    let privateHalf: PrivateHalf

    convenience init(_ day: Day = TestKeys.day) throws {
        try self.init(.day(day, turn: 1), on: day)
    }

    /// The pair that files of a kind are sealed to.
    convenience init(sealing kind: RetentionClass) throws {
        let day = TestKeys.day
        switch kind {
        case .requests: try self.init(.request(7), on: day)
        case .corrections: try self.init(.correction(7), on: day)
        case .misuse, .illegal, .order: try self.init(.hold(7, day), on: day)
        default: try self.init(day)
        }
    }

    init(_ name: PairName, on day: Day) throws {
        let officer = PrivateHalf.random()
        let wrapping = KeyEncryptionKey(number: 1, secret: .random())
        self.day = day
        key = try SealedPair.make(
            name, under: wrapping, for: [Officer(name: "anna", publicHalf: officer.publicHalf, made: day)]
        )
        privateHalf = try key.open(under: wrapping, by: officer)
    }

    func name(_ sequence: Int = 7, kind: RetentionClass = .raw, writer: String = "host-1") -> SealedName {
        SealedName(kind: kind, day: day, writer: writer, sequence: sequence)
    }
}
