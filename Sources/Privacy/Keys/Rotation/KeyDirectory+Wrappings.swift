internal import Events

extension KeyDirectory {
    /// Where a rotation prepares the folder of the days' pairs, and where the old one lies after the exchange.
    var nextDays: String { days + ".next" }

    /// Looks through the live folder and the one beside it; for those who hold the lock.
    ///
    /// - Throws: ``KeyDirectoryError`` for what is no plain file of ours, or is larger than any pair.
    func wrappings(destroying doomed: Set<Day>) throws(KeyDirectoryError) -> DayWrappings {
        var found = DayWrappings()
        for name in try KeyFiles.names(in: days) {
            let day = day(ofFile: name)
            if let day, doomed.contains(day) {
                found.doomed.insert(day)
                if let number = try number(in: "\(days)/\(name)") {
                    found.doomedNumbers.insert(number)
                } else {
                    // A header that cannot be read may hide any number.
                    try found.doomedNumbers.formUnion(keyEncryptionNumbers())
                }
            } else if day.map({ name == fileName(of: $0) }) ?? true {
                try keep(name, of: day, in: &found)
            }
        }
        guard try KeyFiles.isThere(nextDays) else { return found }
        try checkFolders(nextDays)
        found.isBegun = true
        for name in try KeyFiles.names(in: nextDays) {
            guard let day = day(ofFile: name), doomed.contains(day) else { continue }
            found.doomedAside.insert(day)
            // A header that cannot be read was overwritten by a rotation after its exchange: its key goes anyhow.
            if let number = try number(in: "\(nextDays)/\(name)") { found.doomedNumbers.insert(number) }
        }
        return found
    }

    /// Takes note of a file that stays: a pair that opens, or something that is carried over as it is.
    private func keep(_ name: String, of day: Day?, in found: inout DayWrappings) throws(KeyDirectoryError) {
        guard let content = try KeyFiles.readWhole("\(days)/\(name)", atMost: DayKey.byteLimit) else { return }
        let bytes = unsafe content.withUnsafeBytes { unsafe Array($0) }
        if let pair = day.flatMap({ DayKey(bytes, day: $0) }), let key = try keyEncryptionKey(pair.keyEncryptionNumber),
            (try? pair.unwrapped(under: key)) != nil
        {
            found.survivors.append(pair)
        } else {
            found.unopenable[name] = bytes
        }
    }

    /// The day that a file belongs to, or would have belonged to had a crash not cut off its making.
    private func day(ofFile name: String) -> Day? {
        let name = KeyFiles.finalName(of: name)
        guard name.hasSuffix(KeyDirectory.suffix) else { return nil }
        return Day(name.dropLast(KeyDirectory.suffix.count))
    }

    /// The number of the key-encryption key in what may be only the beginning of a pair; nil if there is none.
    private func number(in file: String) throws(KeyDirectoryError) -> UInt32? {
        guard let content = try KeyFiles.readWhole(file, atMost: DayKey.byteLimit) else { return nil }
        return DayKey.keyEncryptionNumber(in: unsafe content.withUnsafeBytes { unsafe Array($0) })
    }
}
