import Events
import Privacy

/// Opens what is sealed for an officer whose private half has been read once.
final class VaultOpener {
    /// The private half of a pair.
    final class OpenPair {
        let half: PrivateHalf

        init(_ half: consuming PrivateHalf) {
            self.half = half
        }
    }

    let officer: Officer
    private let directory: KeyDirectory
    private let half: PrivateHalf
    /// The last pair that was asked for: files that lie together have one most often.
    private var last: (name: PairName, pair: OpenPair?)?

    private init(_ directory: KeyDirectory, _ half: consuming PrivateHalf, officer: Officer) {
        self.directory = directory
        self.half = half
        self.officer = officer
    }

    /// - Throws: ``OfficerError`` if the key is no officer's, ``KeyDirectoryError``.
    static func open(_ directory: KeyDirectory, showing file: OfficerKeyFile) throws -> VaultOpener {
        let half = try file.privateHalf()
        let officer = try directory.officer(by: half)
        return VaultOpener(directory, half, officer: officer)
    }

    /// - Parameter officer: whose private half it is.
    static func open(
        _ directory: KeyDirectory, by half: borrowing PrivateHalf, _ officer: Officer
    ) -> VaultOpener {
        VaultOpener(directory, half.copied(), officer: officer)
    }

    /// Lends the officer's private half.
    func lend<Value>(_ body: (borrowing PrivateHalf) throws -> Value) rethrows -> Value { try body(half) }

    /// - Returns: nil if there is no such pair, or it is not sealed to the officer.
    func open(_ name: PairName) throws -> OpenPair? {
        if let last, last.name == name { return last.pair }
        let pair = try pair(name)
        last = (name, pair)
        return pair
    }

    /// - Returns: nil if there is no such pair.
    /// - Throws: ``SealError/cannotOpen`` if it is not sealed to the officer, ``KeyDirectoryError``.
    func expect(_ name: PairName) throws -> OpenPair? {
        guard let half = try directory.privateHalf(of: name, by: half) else { return nil }
        return OpenPair(half)
    }

    private func pair(_ name: PairName) throws -> OpenPair? {
        do {
            return try expect(name)
        } catch is SealError {
            return nil
        }
    }
}
