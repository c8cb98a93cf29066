import Events

@testable import Privacy

/// A day with a pair, whose private half the tests hold.
final class VaultDay: Sendable {
    let key: DayKey
    let privateHalf: PrivateHalf

    init(_ day: Day = TestKeys.day) throws {
        let officer = PrivateHalf.random()
        let wrapping = KeyEncryptionKey(number: 1, secret: .random())
        key = try DayKey.make(
            day, under: wrapping, for: [Officer(name: "anna", publicHalf: officer.publicHalf, made: day)])
        privateHalf = try key.open(under: wrapping, by: officer)
    }

    func name(_ sequence: Int = 7, kind: RetentionClass = .raw, writer: String = "host-1") -> SealedName {
        SealedName(kind: kind, day: key.day, writer: writer, sequence: sequence)
    }
}
