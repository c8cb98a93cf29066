import Glibc

/// A new file that none but its owner may read, written piece by piece.
final class PrivateFile {
    /// So many bytes are written at once.
    private static let pieceBytes = 256 << 10

    let path: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []

    /// - Throws: ``JobError`` (cannotCreate) if there is something of that name, or the file cannot be made.
    init(creating path: String) throws {
        self.path = path
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw PrivateFile.failure(.cannotCreate, path) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Makes a new folder that none but its owner may enter.
    ///
    /// - Throws: ``JobError`` (cannotCreate) if there is something of that name, or the folder cannot be made.
    static func makeFolder(_ path: String) throws {
        guard unsafe mkdir(path, 0o700) == 0 else { throw failure(.cannotCreate, path) }
    }

    func append(_ text: String) throws {
        buffer += text.utf8
        if buffer.count >= PrivateFile.pieceBytes { try flush() }
    }

    func append(_ bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= PrivateFile.pieceBytes { try flush() }
    }

    /// Makes what was written durable.
    func finish() throws {
        try flush()
        defer { descriptor = -1 }
        guard fsync(descriptor) == 0, close(descriptor) == 0 else { throw PrivateFile.failure(.io, path) }
    }

    /// The name under which this process writes what will be called `path`.
    static func temporary(_ path: String) -> String { "\(path).\(getpid()).tmp" }

    /// Gives a file that was finished the name that it is to have, and makes that durable.
    ///
    /// - Returns: false if there is something of that name.
    static func rename(_ path: String, to name: String) throws -> Bool {
        guard unsafe link(path, name) == 0 else {
            if errno == EEXIST { return false }
            throw failure(.cannotCreate, name)
        }
        unsafe unlink(path)
        try sync(FilePlace.parent(of: name))
        return true
    }

    /// Gives a folder of finished files the name that it is to have, and makes that durable.
    ///
    /// - Throws: ``JobError`` (cannotCreate) if there is something of that name.
    static func renameFolder(_ path: String, to name: String) throws {
        try sync(path)
        // An empty folder would be replaced, and nothing be lost.
        guard unsafe Glibc.rename(path, name) == 0 else { throw failure(.cannotCreate, name) }
        try sync(FilePlace.parent(of: name))
    }

    /// Removes an empty folder.
    static func removeFolder(_ path: String) {
        unsafe rmdir(path)
    }

    private static func sync(_ folder: String) throws {
        let opened = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { throw failure(.io, folder) }
        defer { close(opened) }
        guard fsync(opened) == 0 else { throw failure(.io, folder) }
    }

    /// Removes the file.
    func discard() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
        unsafe unlink(path)
    }

    private func flush() throws {
        var written = 0
        while written < buffer.count {
            // SAFETY: `written` stays within the array.
            let count = unsafe buffer.withUnsafeBytes {
                unsafe Glibc.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: $0[written...]).baseAddress, $0.count - written)
            }
            guard count >= 0 || errno == EINTR else { throw PrivateFile.failure(.io, path) }
            written += max(0, count)
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private static func failure(_ kind: JobError.Kind, _ path: String) -> JobError {
        JobError(
            kind, unsafe "Cannot write \(path): \(String(cString: strerror(errno))). Check the folder and the disk.")
    }
}
