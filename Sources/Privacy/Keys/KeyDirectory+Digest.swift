internal import Crypto

extension KeyDirectory {
    /// Names the state of the key directory as far as it decides who can read what is sealed: SHA-256 over the files of
    /// `days/`, `kek/` and `officers/`, and of `days.next/` while a rotation is under way.
    ///
    /// Of each file, in the order of the bytes of their names: the length of its name relative to the key directory in 4
    /// bytes, the highest first, the name, and the SHA-256 of its content. The digest can be shown to anybody: what is secret
    /// in these files is random bytes, at least 256 bits of them in each, and whoever could find them from a digest could as
    /// well find them without.
    ///
    /// - Returns: 32 bytes.
    /// - Throws: ``KeyDirectoryError``.
    public func digest() throws -> [UInt8] {
        try KeyFiles.locked(path, .shared) {
            var files: [String] = []
            for folder in [days, nextDays, keyEncryption, officerFolder] where try KeyFiles.isThere(folder) {
                try checkFolders(folder)
                files += try KeyFiles.names(in: folder).map { "\(folder.dropFirst(path.count + 1))/\($0)" }
            }
            var digest = SHA256()
            for file in files.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
                guard let content = try KeyFiles.readWhole("\(path)/\(file)", atMost: SealedPair.byteLimit) else {
                    continue
                }
                let length = UInt32(file.utf8.count)
                digest.update(data: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) })
                digest.update(data: Array(file.utf8))
                var inner = SHA256()
                // SAFETY: the buffer is read within the call.
                unsafe content.withUnsafeBytes { unsafe inner.update(bufferPointer: $0) }
                digest.update(data: Array(inner.finalize()))
            }
            return Array(digest.finalize())
        }
    }
}
