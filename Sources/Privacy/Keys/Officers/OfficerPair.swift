public import Events

/// A new pair for an officer, made where no key directory need be.
public struct OfficerPair: ~Copyable {
    public let officer: Officer
    private let privateHalf: PrivateHalf

    private init(officer: Officer, privateHalf: consuming PrivateHalf) {
        self.officer = officer
        self.privateHalf = privateHalf
    }

    /// - Throws: ``OfficerError/badName(_:)``.
    public static func make(name: String, on day: Day) throws(OfficerError) -> OfficerPair {
        guard Officer.isName(name) else { throw .badName(name) }
        let half = PrivateHalf.random()
        return OfficerPair(officer: Officer(name: name, publicHalf: half.publicHalf, made: day), privateHalf: half)
    }

    /// Writes the private half to `file` and the public half beside it, with `.pub` appended; neither may be there.
    ///
    /// - Throws: ``OfficerError/present(path:)`` or ``KeyDirectoryError``.
    public func write(to file: String) throws {
        for path in [file, file + Officer.suffix] where try KeyFiles.isThere(path) {
            throw OfficerError.present(path: path)
        }
        let text = OfficerKeyText.write(privateHalf, of: officer.name)
        guard try unsafe text.withUnsafeBytes({ try unsafe KeyFiles.create(file, $0) }) else {
            throw OfficerError.present(path: file)
        }
        // SAFETY: the buffer is read within the call.
        guard
            try unsafe Array(officer.text.utf8).withUnsafeBytes({
                try unsafe KeyFiles.create(file + Officer.suffix, $0)
            })
        else { throw OfficerError.present(path: file + Officer.suffix) }
    }
}
