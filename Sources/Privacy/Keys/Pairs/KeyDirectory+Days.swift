public import Events

/// The pairs of days: of several, that of the last turn is the one to write to.
extension KeyDirectory {
    /// The pair that lines of `day` are sealed to, made now if there is none and `create` says so.
    ///
    /// Throws what ``pair(_:create:)`` does.
    public func dayKey(_ day: Day, create: Bool) throws -> SealedPair? {
        try dayKey(day) { create }
    }

    /// The pair that lines of `day` are sealed to, that of the last turn; the first is made now if there is none and
    /// `isWanted` says so.
    ///
    /// `isWanted` and errors are as with ``pair(_:makingIf:)``.
    public func dayKey(_ day: Day, makingIf isWanted: () throws -> Bool) throws -> SealedPair? {
        if let present = try KeyFiles.locked(path, .shared, { try lastPair(of: day) }) { return present }
        return try KeyFiles.locked(path) {
            if let present = try lastPair(of: day) { return present }
            return try isWanted() ? make(.day(day, turn: 1)) : nil
        }
    }

    /// The private half of a day's last pair.
    ///
    /// Returns and throws what ``privateHalf(of:showing:)-(PairName,_)`` does.
    public func privateHalf(of day: Day, showing file: OfficerKeyFile) throws -> PrivateHalf? {
        try privateHalf(of: day, by: file.read())
    }

    /// The private half of a day's last pair, for who has read an officer's.
    ///
    /// Returns and throws what ``privateHalf(of:showing:)-(PairName,_)`` does.
    public func privateHalf(of day: Day, by officer: borrowing PrivateHalf) throws -> PrivateHalf? {
        try privateHalf(by: officer) { try lastPair(of: day) }
    }

    /// The days that have a pair, in ascending order.
    public func dayList() throws(KeyDirectoryError) -> [Day] {
        Set(try pairList().compactMap(\.day)).sorted()
    }

    /// The turns of the pairs that a day has, in ascending order.
    public func turns(of day: Day) throws(KeyDirectoryError) -> [Int] {
        try pairList().compactMap { name in
            if case .day(day, let turn) = name { turn } else { nil }
        }
    }

    /// All pairs of these days, for ``rotateKeyEncryption(destroying:)``: the first of each, be it there or not, and those of
    /// later turns, be they whole or what a crash has left of their making or of an earlier rotation.
    ///
    /// That no more are made of these days is up to ``pair(_:makingIf:)``.
    public func pairs(of days: Set<Day>) throws -> Set<PairName> {
        var pairs = Set(days.map { PairName.day($0, turn: 1) })
        try KeyFiles.locked(path, .shared) {
            for folder in [self.days, nextDays] where try KeyFiles.isThere(folder) {
                let names = try KeyFiles.names(in: folder).compactMap(pairName(ofFile:))
                pairs.formUnion(names.filter { $0.day.map(days.contains) ?? false })
            }
        }
        return pairs
    }

    /// The pair of a day's last turn; for those who hold the lock.
    private func lastPair(of day: Day) throws(KeyDirectoryError) -> SealedPair? {
        try checkFolders(days)
        guard let turn = try turns(of: day).last else { return nil }
        return try pair(.day(day, turn: turn), in: days)
    }
}
