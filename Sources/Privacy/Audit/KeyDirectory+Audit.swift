/// What the audit log needs of the key directory; the log's own lock must be held for all that writes.
///
/// `audit.key` holds the 8 bytes `footaud` and the version 1, the number of the next record in 8 bytes, the highest first, and
/// its key of 32 bytes. `audit.origin` is described by ``AuditOrigin``.
extension KeyDirectory {
    static let auditName = "audit.key"
    static let originName = "audit.origin"
    private static let auditMagic = Array("footaud".utf8) + [1]
    private static let auditLength = auditMagic.count + 8 + SecretKey.byteCount

    /// The key of the record that is to be written next; nil if no log has begun, or the key is gone.
    public func auditKey() throws(KeyDirectoryError) -> AuditKey? {
        let file = "\(path)/\(KeyDirectory.auditName)"
        try KeyFiles.checkFolder(path)
        guard let content = try KeyFiles.readWhole(file, atMost: KeyDirectory.auditLength) else { return nil }
        return try unsafe content.withUnsafeBytes { (bytes) throws(KeyDirectoryError) in
            let prefix = unsafe bytes.prefix(KeyDirectory.auditLength - SecretKey.byteCount)
            let number = unsafe prefix.dropFirst(KeyDirectory.auditMagic.count).reduce(UInt64(0)) {
                $0 << 8 | UInt64($1)
            }
            guard bytes.count == KeyDirectory.auditLength, unsafe bytes.starts(with: KeyDirectory.auditMagic),
                let number = Int(exactly: number), number > 0
            else { throw .malformed(path: file) }
            let secret = unsafe SecretKey { buffer in
                // SAFETY: exactly the 32 bytes behind the number are copied.
                unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[prefix.endIndex...]))
            }
            return AuditKey(number: number, secret: secret)
        }
    }

    /// Whether there is something by which officers can check the log.
    public func hasAuditOrigin() throws(KeyDirectoryError) -> Bool { try !auditOrigins().isEmpty }

    /// Begins a log, or goes on with one whose key is gone: makes a key that follows from no other.
    ///
    /// - Parameter number: of the record that is to be written next.
    public func makeAuditKey(number: Int) throws(KeyDirectoryError) -> AuditKey {
        let key = AuditKey.random(number: number)
        try replaceAuditKey(by: key)
        return key
    }

    /// Makes the key of the following record that of the next one, and destroys the old one.
    public func advanceAuditKey(_ key: borrowing AuditKey) throws(KeyDirectoryError) -> AuditKey {
        let next = key.next()
        try replaceAuditKey(by: next)
        return next
    }

    /// Seals a key with which a log begins to the officers there are.
    public func sealAuditOrigin(_ key: borrowing AuditKey) throws {
        let officers = try officers()
        guard !officers.isEmpty else { throw OfficerError.noOfficers(path: officerFolder) }
        let origins = try auditOrigins() + [AuditOrigin.seal(key, to: officers)]
        try unsafe AuditOrigin.bytes(origins).span.withUnsafeBytes { bytes in
            try unsafe KeyFiles.replace(bytes, as: KeyDirectory.originName, in: path)
        }
    }

    func auditOrigins() throws(KeyDirectoryError) -> [AuditOrigin] {
        let file = "\(path)/\(KeyDirectory.originName)"
        guard let content = try KeyFiles.readWhole(file, atMost: AuditOrigin.byteLimit) else { return [] }
        guard let origins = AuditOrigin.read(unsafe content.withUnsafeBytes { unsafe Array($0) }) else {
            throw .malformed(path: file)
        }
        return origins
    }

    private func replaceAuditKey(by key: borrowing AuditKey) throws(KeyDirectoryError) {
        var content = SecretBytes(capacity: KeyDirectory.auditLength)
        for byte in KeyDirectory.auditMagic { content.append(byte) }
        for shift in [56, 48, 40, 32, 24, 16, 8, 0] { content.append(UInt8(truncatingIfNeeded: key.number >> shift)) }
        unsafe key.secret.withUnsafeBytes { bytes in
            for offset in bytes.indices { content.append(unsafe bytes[offset]) }
        }
        try unsafe content.withUnsafeBytes { (bytes) throws(KeyDirectoryError) in
            try unsafe KeyFiles.replace(bytes, as: KeyDirectory.auditName, in: path)
        }
    }
}
