extension Store {
    /// The names of the certificates in the store's folder, sorted.
    public func certificateNames() throws -> [String] {
        try FileSystem.list(layout.certificates).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
    }

    /// The bytes of a certificate.
    ///
    /// - Parameter limit: of a longer file only so many bytes are read.
    /// - Returns: nil if there is no such file.
    public func certificate(_ name: String, limit: Int) throws -> [UInt8]? {
        let path = "\(layout.certificates)/\(name)"
        guard FileSystem.kind(path) == .file else { return nil }
        let file = try FileSystem.openForReading(path)
        return try FileSystem.read(Int(clamping: min(FileSystem.size(of: file), Int64(limit))), at: 0, from: file)
    }

    /// Writes a certificate for good, and replaces nothing; for whoever has the right to aggregate.
    public func writeCertificate(_ name: String, _ bytes: [UInt8]) throws {
        let staged = "\(layout.staging)/certificate-\(name)"
        try FileSystem.remove(staged)
        do {
            let file = try FileSystem.createFile(staged)
            try FileSystem.writeAll(bytes.span, to: file)
            try FileSystem.sync(file)
        }
        if try FileSystem.makeFolder(layout.certificates) { try FileSystem.syncFolder(layout.root) }
        try FileSystem.renameOnce(staged, "\(layout.certificates)/\(name)")
        try FileSystem.syncFolder(layout.certificates)
    }
}
