public import Events

extension KeyDirectory {
    /// The pair of `day`, made now if there is none and `create` says so; nothing secret is read for it.
    ///
    /// Made for the officers there are at that moment; those who are added later open days made from then on.
    ///
    /// - Throws: ``OfficerError/noOfficers(path:)`` if a pair is to be made for nobody, ``KeyDirectoryError`` or
    ///   ``SealError``.
    public func dayKey(_ day: Day, create: Bool) throws -> DayKey? {
        try dayKey(day) { create }
    }

    /// The pair of `day`, made now if there is none and `isWanted` says so.
    ///
    /// The key directory does not remember which days it has destroyed, so whoever keeps that record says here whether a
    /// pair may be made. The question is asked under the lock that a rotation takes too: a day that is put on record as
    /// destroyed before the rotation begins can get no pair during or after it.
    ///
    /// - Parameter isWanted: is not asked if there is a pair; must not use the key directory, nor wait for anybody who does.
    /// - Throws: what `isWanted` throws, or what ``dayKey(_:create:)`` throws.
    public func dayKey(_ day: Day, makingIf isWanted: () throws -> Bool) throws -> DayKey? {
        if let present = try KeyFiles.locked(path, .shared, { try dayKey(day, in: days) }) { return present }
        return try KeyFiles.locked(path) {
            if let present = try dayKey(day, in: days) { return present }
            guard try isWanted() else { return nil }
            let officers = try officers()
            guard !officers.isEmpty else { throw OfficerError.noOfficers(path: officerFolder) }
            guard let key = try keyEncryptionInForce(create: true) else { return nil }
            let made = try DayKey.make(day, under: key, for: officers)
            guard try KeyFiles.publish(made.bytes, as: fileName(of: day), in: days) else {
                return try dayKey(day, in: days)
            }
            return made
        }
    }

    /// The private half of a day.
    ///
    /// - Returns: nil if the day has no pair, or the key-encryption key that opens it is gone.
    /// - Throws: ``SealError/cannotOpen`` if the day was not sealed to this officer, ``KeyDirectoryError`` or
    ///   ``OfficerError``.
    public func privateHalf(of day: Day, showing file: OfficerKeyFile) throws -> PrivateHalf? {
        try privateHalf(of: day, by: file.read())
    }

    /// The private half of a day, for who has read an officer's.
    ///
    /// Returns and throws what ``privateHalf(of:showing:)`` does.
    public func privateHalf(of day: Day, by officer: borrowing PrivateHalf) throws -> PrivateHalf? {
        var pair: DayKey?
        let key = try KeyFiles.locked(path, .shared) { () throws -> KeyEncryptionKey? in
            pair = try dayKey(day, in: days)
            return try pair.flatMap { try keyEncryptionKey($0.keyEncryptionNumber) }
        }
        guard let pair, let key else { return nil }
        return try pair.open(under: key, by: officer)
    }

    /// The days that have a pair, in ascending order.
    public func dayList() throws(KeyDirectoryError) -> [Day] {
        try stems(in: days).compactMap { Day($0) }.sorted()
    }

    func fileName(of day: Day) -> String { "\(day)\(KeyDirectory.suffix)" }

    /// The pair of a day as it lies in a folder; for those who hold the lock.
    func dayKey(_ day: Day, in folder: String) throws(KeyDirectoryError) -> DayKey? {
        let file = "\(folder)/\(fileName(of: day))"
        try checkFolders(folder)
        guard let content = try KeyFiles.readWhole(file, atMost: DayKey.byteLimit) else { return nil }
        guard let key = DayKey(unsafe content.withUnsafeBytes { unsafe Array($0) }, day: day) else {
            throw .malformed(path: file)
        }
        return key
    }
}
