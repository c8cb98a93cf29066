internal import Events

extension KeyDirectory {
    /// Every key, by kind and name, after owner and mode of each have been looked at; none is read.
    ///
    /// - Throws: ``KeyDirectoryError`` for the first that others may read, or that is no plain file.
    public func survey() throws(KeyDirectoryError) -> [KeyRecord] {
        for folder in [epochs, identity, days, keyEncryption, officerFolder] { try checkFolders(folder) }
        if try KeyFiles.isThere(nextDays) { try checkFolders(nextDays) }
        var records: [KeyRecord] = []
        func note(_ kind: KeyRecord.Kind, _ name: String, _ file: String) throws(KeyDirectoryError) {
            guard let made = try KeyFiles.writingTime(file) else { return }
            records.append(KeyRecord(kind: kind, name: name, made: made))
        }
        func note<Name: CustomStringConvertible>(
            _ kind: KeyRecord.Kind, _ names: [Name], in folder: String, _ suffix: String = KeyDirectory.suffix
        ) throws(KeyDirectoryError) {
            for name in names { try note(kind, "\(name)", "\(folder)/\(name)\(suffix)") }
        }
        try note(.epoch, epochList(), in: epochs)
        try note(.identity, identityMonths(), in: identity)
        for pair in try pairList() { try note(pair.kind, [pair], in: days) }
        try note(.keyEncryption, keyEncryptionNumbers(), in: keyEncryption)
        try note(.audit, "audit", "\(path)/\(KeyDirectory.auditName)")
        try note(.auditOrigin, "audit", "\(path)/\(KeyDirectory.originName)")
        try note(.officer, stems(in: officerFolder, suffix: Officer.suffix).sorted(), in: officerFolder, Officer.suffix)
        try note(.signing, KeyDirectory.signing, "\(path)/\(KeyDirectory.signing)\(KeyDirectory.suffix)")
        try note(.suppression, KeyDirectory.suppression, "\(path)/\(KeyDirectory.suppression)\(KeyDirectory.suffix)")
        try note(.officerPrivate, KeyDirectory.waitingKey, waitingKeyPath)
        return records
    }
}
