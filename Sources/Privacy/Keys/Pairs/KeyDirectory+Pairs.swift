public import Events

extension KeyDirectory {
    /// The pair of this name, made now if there is none and `create` says so; nothing secret is read for it.
    ///
    /// Made for the officers there are at that moment; those who are added later open pairs made from then on.
    ///
    /// - Throws: ``OfficerError/noOfficers(path:)`` if a pair is to be made for nobody, ``KeyDirectoryError`` or
    ///   ``SealError``.
    public func pair(_ name: PairName, create: Bool) throws -> SealedPair? {
        try pair(name) { create }
    }

    /// The pair of this name, made now if there is none and `isWanted` says so.
    ///
    /// The key directory does not remember which pairs it has destroyed, so whoever keeps that record says here whether a
    /// pair may be made. The question is asked under the lock that a rotation takes too: a pair that is put on record as
    /// destroyed before the rotation begins can not be made during or after it.
    ///
    /// - Parameter isWanted: is not asked if there is a pair; must not use the key directory, nor wait for anybody who does.
    /// - Throws: what `isWanted` throws, or what ``pair(_:create:)`` throws.
    public func pair(_ name: PairName, makingIf isWanted: () throws -> Bool) throws -> SealedPair? {
        if let present = try KeyFiles.locked(path, .shared, { try pair(name, in: days) }) { return present }
        return try KeyFiles.locked(path) {
            if let present = try pair(name, in: days) { return present }
            return try isWanted() ? make(name) : nil
        }
    }

    /// The private half of a pair.
    ///
    /// - Returns: nil if there is no pair of this name, or the key-encryption key that opens it is gone.
    /// - Throws: ``SealError/cannotOpen`` if the pair was not sealed to this officer, ``KeyDirectoryError`` or
    ///   ``OfficerError``.
    public func privateHalf(of name: PairName, showing file: OfficerKeyFile) throws -> PrivateHalf? {
        try privateHalf(of: name, by: file.read())
    }

    /// The private half of a pair, for who has read an officer's.
    ///
    /// Returns and throws what ``privateHalf(of:showing:)-(PairName,_)`` does.
    public func privateHalf(of name: PairName, by officer: borrowing PrivateHalf) throws -> PrivateHalf? {
        try privateHalf(by: officer) { try pair(name, in: days) }
    }

    /// Those officers of the key directory to whom a pair is sealed: who was added after it was made is not among them.
    ///
    /// - Returns: nil if there is no pair of this name, or the key-encryption key that opens it is gone.
    /// - Throws: ``SealError/cannotOpen`` if the pair was changed, ``KeyDirectoryError``.
    public func officers(opening name: PairName) throws -> [Officer]? {
        let officers = try officers()
        return try KeyFiles.locked(path, .shared) { () throws -> [Officer]? in
            guard let pair = try pair(name, in: days), let key = try keyEncryptionKey(pair.keyEncryptionNumber)
            else { return nil }
            let marks = try pair.marks(under: key)
            return officers.filter { marks.contains(SealedPair.mark(of: $0.publicHalf)) }
        }
    }

    /// The names of all pairs, in ascending order.
    public func pairList() throws(KeyDirectoryError) -> [PairName] {
        try stems(in: days).compactMap { PairName($0) }.sorted()
    }

    func fileName(of name: PairName) -> String { "\(name)\(KeyDirectory.suffix)" }

    /// The pair that a file is of, or would have been of had a crash not cut off its making.
    func pairName(ofFile name: String) -> PairName? {
        let name = KeyFiles.finalName(of: name)
        guard name.hasSuffix(KeyDirectory.suffix) else { return nil }
        return PairName(name.dropLast(KeyDirectory.suffix.count))
    }

    /// A pair as it lies in a folder; for those who hold the lock.
    func pair(_ name: PairName, in folder: String) throws(KeyDirectoryError) -> SealedPair? {
        let file = "\(folder)/\(fileName(of: name))"
        try checkFolders(folder)
        guard let content = try KeyFiles.readWhole(file, atMost: SealedPair.byteLimit) else { return nil }
        guard let pair = SealedPair(unsafe content.withUnsafeBytes { unsafe Array($0) }, name: name) else {
            throw .malformed(path: file)
        }
        return pair
    }

    /// Makes a pair that is not there; for those who hold the lock alone.
    func make(_ name: PairName) throws -> SealedPair? {
        let officers = try officers()
        guard !officers.isEmpty else { throw OfficerError.noOfficers(path: officerFolder) }
        guard let key = try keyEncryptionInForce(create: true) else { return nil }
        let made = try SealedPair.make(name, under: key, for: officers)
        guard try KeyFiles.publish(made.bytes, as: fileName(of: name), in: days) else {
            return try pair(name, in: days)
        }
        return made
    }

    /// The private half of a pair that is looked up under the lock.
    func privateHalf(
        by officer: borrowing PrivateHalf, of find: () throws -> SealedPair?
    ) throws -> PrivateHalf? {
        var pair: SealedPair?
        let key = try KeyFiles.locked(path, .shared) { () throws -> KeyEncryptionKey? in
            pair = try find()
            return try pair.flatMap { try keyEncryptionKey($0.keyEncryptionNumber) }
        }
        guard let pair, let key else { return nil }
        return try pair.open(under: key, by: officer)
    }
}
