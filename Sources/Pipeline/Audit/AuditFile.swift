import Glibc

/// The system calls of the audit log; the only file here that speaks to libc.
final class AuditFile {
    let path: String
    private let descriptor: Int32

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Opens a log to write to it, making it if it is not there.
    static func openForAppending(_ path: String) throws -> AuditFile {
        let descriptor = unsafe open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else { throw failure("open", path, .cannotCreate) }
        return AuditFile(path: path, descriptor: descriptor)
    }

    /// Opens an empty file that takes a log's place later; what a crash has left there goes.
    static func openStaged(_ path: String) throws -> AuditFile {
        let descriptor = unsafe open(path, O_RDWR | O_APPEND | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else { throw failure("create", path, .cannotCreate) }
        return AuditFile(path: path, descriptor: descriptor)
    }

    /// - Returns: nil if there is no file.
    static func openForReading(_ path: String) throws -> AuditFile? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        if descriptor < 0, errno == ENOENT { return nil }
        guard descriptor >= 0 else { throw failure("open", path, .io) }
        return AuditFile(path: path, descriptor: descriptor)
    }

    /// The number of the system's user as whom the program runs.
    static var user: UInt32 { geteuid() }

    func size() throws -> Int64 {
        var status = stat()
        // SAFETY: `status` outlives the call.
        guard unsafe fstat(descriptor, &status) == 0 else { throw AuditFile.failure("examine", path, .io) }
        return Int64(status.st_size)
    }

    /// Reads `count` bytes at `offset`; fewer only at the end of the file.
    func read(_ count: Int, at offset: Int64) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            // SAFETY: at most the free part of the array is written.
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe pread(
                    descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).baseAddress,
                    buffer.count - filled, off_t(offset) + off_t(filled))
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw AuditFile.failure("read", path, .io) }
            if got == 0 { break }
            filled += got
        }
        return Array(bytes.prefix(filled))
    }

    /// Writes at the end.
    func append(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            // SAFETY: `written` stays within the array.
            let count = unsafe bytes.withUnsafeBytes {
                unsafe write(
                    descriptor, UnsafeRawBufferPointer(rebasing: $0[written...]).baseAddress, $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw AuditFile.failure("write", path, .io) }
            written += count
        }
    }

    /// Takes the last bytes away.
    func cut(_ count: Int) throws {
        guard ftruncate(descriptor, off_t(try size() - Int64(count))) == 0 else {
            throw AuditFile.failure("cut", path, .io)
        }
    }

    func sync() throws {
        guard fsync(descriptor) == 0 else { throw AuditFile.failure("sync", path, .io) }
    }

    /// Gives this file the name of another one, which goes.
    func replace(_ name: String) throws {
        guard unsafe rename(path, name) == 0 else { throw AuditFile.failure("rename into place", name, .io) }
    }

    /// Makes the names in a folder durable.
    static func syncFolder(_ path: String) throws {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open the folder", path, .io) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("sync", path, .io) }
    }

    private static func failure(_ action: String, _ path: String, _ kind: JobError.Kind) -> JobError {
        let words = unsafe String(cString: strerror(errno))
        return JobError(
            kind,
            "Cannot \(action) \(path): \(words). Check the disk, the path and its owner; what is committed is safe, but not on record."
        )
    }
}
