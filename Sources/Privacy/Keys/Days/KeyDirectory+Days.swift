public import Events

extension KeyDirectory {
    /// The pair of `day`, made now if there is none and `create` says so; nothing secret is read for it.
    ///
    /// Made for the officers there are at that moment; those who are added later open days made from then on.
    ///
    /// - Throws: ``OfficerError/noOfficers(path:)`` if a pair is to be made for nobody, ``KeyDirectoryError`` or
    ///   ``SealError``.
    public func dayKey(_ day: Day, create: Bool) throws -> DayKey? {
        if let present = try dayKey(day) { return present }
        guard create else { return nil }
        let officers = try officers()
        guard !officers.isEmpty else { throw OfficerError.noOfficers(path: officerFolder) }
        guard let key = try keyEncryptionKey(create: true) else { return nil }
        let made = try DayKey.make(day, under: key, for: officers)
        if try KeyFiles.publish(made.bytes, as: "\(day)\(KeyDirectory.suffix)", in: days) { return made }
        return try dayKey(day)
    }

    /// The private half of a day.
    ///
    /// - Returns: nil if the day has no pair, or the key-encryption key that opens it is gone.
    /// - Throws: ``SealError/cannotOpen`` if the day was not sealed to this officer, ``KeyDirectoryError`` or
    ///   ``OfficerError``.
    public func privateHalf(of day: Day, showing file: OfficerKeyFile) throws -> PrivateHalf? {
        guard let dayKey = try dayKey(day), let key = try keyEncryptionKey(create: false),
            key.number == dayKey.keyEncryptionNumber
        else { return nil }
        return try dayKey.open(under: key, by: file.read())
    }

    /// The days that have a pair, in ascending order.
    public func dayList() throws(KeyDirectoryError) -> [Day] {
        try stems(in: days).compactMap { Day($0) }.sorted()
    }

    private func dayKey(_ day: Day) throws(KeyDirectoryError) -> DayKey? {
        let file = "\(days)/\(day)\(KeyDirectory.suffix)"
        try checkFolders(days)
        guard let content = try KeyFiles.readWhole(file, atMost: DayKey.byteLimit) else { return nil }
        guard let key = DayKey(unsafe content.withUnsafeBytes { unsafe Array($0) }, day: day) else {
            throw .malformed(path: file)
        }
        return key
    }
}
