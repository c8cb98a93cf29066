public import Events

extension KeyDirectory {
    /// Where the private half of the first pair waits to be carried away.
    public var waitingKeyPath: String { "\(path)/\(KeyDirectory.waitingKey)" }

    static let waitingKey = "OFFICER-KEY-MOVE-ME"
    /// What the officer of the first pair is called.
    static let firstOfficer = "officer"

    /// The officers, by name.
    public func officers() throws(KeyDirectoryError) -> [Officer] {
        try checkFolders(officerFolder)
        var officers: [Officer] = []
        for name in try stems(in: officerFolder, suffix: Officer.suffix).sorted() {
            if let officer = try officer(name) { officers.append(officer) }
        }
        return officers
    }

    private func officer(_ name: String) throws(KeyDirectoryError) -> Officer? {
        let file = "\(officerFolder)/\(name)\(Officer.suffix)"
        guard let text = try KeyFiles.readWhole(file, atMost: Officer.byteLimit) else { return nil }
        let words = unsafe text.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
        guard let officer = Officer(name: name, text: words) else { throw .malformed(path: file) }
        return officer
    }

    /// Adds an officer, to whom days made from now on are sealed too.
    ///
    /// - Returns: the path of the file.
    /// - Throws: ``OfficerError/present(path:)`` if there is one of that name.
    public func add(_ officer: Officer) throws -> String {
        try checkFolders(officerFolder)
        let name = officer.name + Officer.suffix
        guard try KeyFiles.publish(officer.text, as: name, in: officerFolder) else {
            throw OfficerError.present(path: "\(officerFolder)/\(name)")
        }
        return "\(officerFolder)/\(name)"
    }

    /// Makes the first pair unless there is an officer, and leaves its private half to be carried away.
    ///
    /// The private half lands first and the public half is made of it, so that a crash between the two leaves a pair that
    /// the next run completes, and writers that start at once agree on one.
    ///
    /// - Returns: whether there was none.
    public func makeFirstOfficer(on day: Day) throws -> Bool {
        guard try officers().isEmpty else { return false }
        return try KeyFiles.locked(officerFolder) {
            guard try officers().isEmpty else { return false }
            if try waitingHalf() == nil {
                let text = OfficerKeyText.write(PrivateHalf.random(), of: KeyDirectory.firstOfficer)
                _ = try unsafe text.withUnsafeBytes {
                    try unsafe KeyFiles.publish($0, as: KeyDirectory.waitingKey, in: path)
                }
            }
            guard let half = try waitingHalf() else { throw KeyDirectoryError.malformed(path: waitingKeyPath) }
            _ = try add(Officer(name: KeyDirectory.firstOfficer, publicHalf: half.publicHalf, made: day))
            return true
        }
    }

    /// The public half of the private half that waits to be carried away; nil if none does.
    public func waitingKey() throws(KeyDirectoryError) -> PublicHalf? {
        guard let half = try waitingHalf() else { return nil }
        return half.publicHalf
    }

    private func waitingHalf() throws(KeyDirectoryError) -> PrivateHalf? {
        guard let text = try KeyFiles.readWhole(waitingKeyPath, atMost: OfficerKeyText.byteLimit) else { return nil }
        guard let half = OfficerKeyText.read(text) else { throw .malformed(path: waitingKeyPath) }
        return half
    }

    /// Tells whose key was shown, by opening what is sealed to every officer just now.
    ///
    /// - Throws: ``OfficerError`` if the key opens nothing.
    public func officer(showing file: OfficerKeyFile) throws -> Officer {
        let officers = try officers()
        guard !officers.isEmpty else { throw OfficerError.noOfficers(path: officerFolder) }
        return try officer(opening: file.read(), among: officers)
    }

    /// The officer whose private half this is.
    ///
    /// - Throws: ``OfficerError`` if it is none's.
    public func officer(by half: borrowing PrivateHalf) throws -> Officer {
        try officer(opening: half, among: officers())
    }

    /// Destroys the private half that waits in the key directory, once it has been read back from elsewhere.
    ///
    /// - Throws: ``OfficerError`` if what was shown is not a copy of it that opens what is sealed to the officer; then
    ///   nothing is removed.
    public func take(showing file: OfficerKeyFile) throws -> Officer {
        guard let waiting = try waitingKey() else { throw OfficerError.nothingToTake(path: waitingKeyPath) }
        let shown = try file.read(unless: waitingKeyPath)
        guard shown.publicHalf == waiting else { throw OfficerError.anotherKey(fingerprint: waiting.fingerprint) }
        let officer = try officer(opening: shown, among: officers())
        try KeyFiles.destroy(KeyDirectory.waitingKey, in: path)
        return officer
    }

    private func officer(opening half: borrowing PrivateHalf, among officers: [Officer]) throws -> Officer {
        for officer in officers {
            let frame = SecretKey.random()
            let sealed = try HybridSeal.seal(frame, to: officer.publicHalf, for: KeyDirectory.test)
            guard let opened = try? HybridSeal.open(sealed, with: half, for: KeyDirectory.test) else { continue }
            if opened.isEqual(to: frame) { return officer }
        }
        throw OfficerError.unknownKey
    }

    private static let test = ["officer test"]
}
