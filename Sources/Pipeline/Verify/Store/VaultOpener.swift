import Events
import Privacy

/// Opens the sealed lines of days for an officer whose private half has been read once.
final class VaultOpener {
    /// The private half of a day.
    final class OpenDay {
        let half: PrivateHalf

        init(_ half: consuming PrivateHalf) {
            self.half = half
        }
    }

    let officer: Officer
    private let directory: KeyDirectory
    private let half: PrivateHalf

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

    /// - Returns: nil if the day has no pair, or is not sealed to the officer.
    func open(_ day: Day) throws -> OpenDay? {
        do {
            guard let half = try directory.privateHalf(of: day, by: half) else { return nil }
            return OpenDay(half)
        } catch is SealError {
            return nil
        }
    }
}
