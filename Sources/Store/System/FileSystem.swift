import CLinux
import Glibc

/// The file system calls of the store; the only file here that speaks to libc about files.
///
/// Every call that fails throws a ``StoreError`` with the path and the system's own words.
enum FileSystem {
    enum Kind {
        case file, folder, other
    }

    /// Told before each system call that changes something, so that tests can end the process at every one of them.
    @TaskLocal static var willChange: (@Sendable () -> Void)?

    static func kind(_ path: String) -> Kind? {
        var status = stat()
        // SAFETY: `status` outlives the call, the path is a C string for its duration.
        guard unsafe lstat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    /// The length of a file; nil if there is no file of that name.
    static func length(_ path: String) -> Int64? {
        var status = stat()
        // SAFETY: `status` outlives the call, the path is a C string for its duration.
        guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int64(status.st_size)
    }

    /// Makes a folder if it is not there.
    /// - Returns: whether it was made.
    @discardableResult
    static func makeFolder(_ path: String, mode: mode_t = 0o750) throws -> Bool {
        willChange?()
        if unsafe mkdir(path, mode) == 0 { return true }
        guard errno == EEXIST, kind(path) == .folder else { throw failure("make the folder", path, .cannotCreate) }
        return false
    }

    /// Makes a folder and those above it, as far as they are not there.
    static func makeFolders(_ path: String) throws {
        let above = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        if !above.isEmpty, kind(above) == nil { try makeFolders(above) }
        try makeFolder(path)
    }

    /// Opens a new file for writing; it must not exist.
    static func createFile(_ path: String, mode: mode_t = 0o640) throws -> OpenFile {
        willChange?()
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw failure("create", path, .cannotCreate) }
        return OpenFile(path: path, descriptor: descriptor)
    }

    static func openForReading(_ path: String) throws -> OpenFile {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open", path, .io) }
        return OpenFile(path: path, descriptor: descriptor)
    }

    static func openLock(_ path: String) throws -> OpenFile {
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else { throw failure("open the lock", path, .cannotCreate) }
        return OpenFile(path: path, descriptor: descriptor)
    }

    /// Locks a byte of a file, or the whole file.
    /// - Returns: false if the lock is held elsewhere and the call was not to wait.
    static func lock(
        _ file: borrowing OpenFile, at place: Int64?, _ mode: FileLock.Mode, waiting: Bool
    ) throws -> Bool {
        try lock(file, at: place ?? 0, count: place == nil ? 0 : 1, mode, waiting: waiting)
    }

    /// Locks bytes of a file.
    /// - Parameter count: how many; 0 for all from `place` on.
    /// - Returns: false if one of them is locked elsewhere and the call was not to wait.
    static func lock(
        _ file: borrowing OpenFile, at place: Int64, count: Int64, _ mode: FileLock.Mode, waiting: Bool
    ) throws -> Bool {
        var request = flock()
        request.l_type = Int16(mode == .shared ? F_RDLCK : F_WRLCK)
        request.l_whence = Int16(SEEK_SET)
        request.l_start = off_t(place)
        request.l_len = off_t(count)
        let command = Int32(waiting ? footfall_f_ofd_setlkw : footfall_f_ofd_setlk)
        // SAFETY: `request` outlives the call.
        while unsafe fcntl(file.descriptor, command, &request) != 0 {
            if errno == EINTR { continue }
            if errno == EAGAIN || errno == EACCES { return false }
            throw failure("lock", file.path, .io)
        }
        return true
    }

    /// Lets go of all locks that a file holds.
    static func unlock(_ file: borrowing OpenFile) throws {
        var request = flock()
        request.l_type = Int16(F_UNLCK)
        request.l_whence = Int16(SEEK_SET)
        let command = Int32(footfall_f_ofd_setlk)
        // SAFETY: `request` outlives the call.
        guard unsafe fcntl(file.descriptor, command, &request) == 0 else { throw failure("unlock", file.path, .io) }
    }

    /// For ``OpenFile`` alone.
    static func close(_ descriptor: Int32) {
        _ = Glibc.close(descriptor)
    }

    static func writeAll(_ bytes: Span<UInt8>, to file: borrowing OpenFile) throws {
        let descriptor = file.descriptor
        var written = 0
        while written < bytes.count {
            willChange?()
            // SAFETY: the buffer is valid for the call, and `written` stays within it.
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe write(
                    descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]).baseAddress, buffer.count - written
                )
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure("write", file.path, .io)
            }
            written += count
        }
    }

    /// Reads `count` bytes at `offset`; fewer only at the end of the file.
    static func read(_ count: Int, at offset: Int64, from file: borrowing OpenFile) throws -> [UInt8] {
        let descriptor = file.descriptor
        var filled = 0
        var failed = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            while filled < count {
                // SAFETY: at most the free part of the buffer is written.
                let got = unsafe pread(
                    descriptor, UnsafeMutableBufferPointer(rebasing: buffer[filled...]).baseAddress, count - filled,
                    off_t(offset) + off_t(filled))
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                if got <= 0 { break }
                filled += got
            }
            initialized = filled
        }
        if failed { throw failure("read", file.path, .io) }
        return bytes
    }

    static func size(of file: borrowing OpenFile) throws -> Int64 {
        var status = stat()
        guard unsafe fstat(file.descriptor, &status) == 0 else { throw failure("examine", file.path, .io) }
        return Int64(status.st_size)
    }

    static func sync(_ file: borrowing OpenFile) throws {
        willChange?()
        guard fsync(file.descriptor) == 0 else { throw failure("sync", file.path, .io) }
    }

    /// Makes names in a folder durable.
    static func syncFolder(_ path: String) throws {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open the folder", path, .io) }
        try sync(OpenFile(path: path, descriptor: descriptor))
    }

    /// Renames without ever replacing a file.
    /// - Returns: false if it has been done before: the new name is there, and the old one is gone or a second name
    ///   of the same file.
    @discardableResult
    static func renameOnce(_ old: String, _ new: String) throws -> Bool {
        willChange?()
        if unsafe renameat2(AT_FDCWD, old, AT_FDCWD, new, noReplace) == 0 { return true }
        if errno == ENOENT, kind(new) != nil { return false }
        if errno == EEXIST, isSameFile(old, new) {
            try remove(old)
            return false
        }
        throw failure("rename into place", new, .io)
    }

    private static func isSameFile(_ first: String, _ second: String) -> Bool {
        var one = stat()
        var other = stat()
        // SAFETY: both structures outlive the calls.
        guard unsafe lstat(first, &one) == 0, unsafe lstat(second, &other) == 0 else { return false }
        return one.st_dev == other.st_dev && one.st_ino == other.st_ino
    }

    /// Exchanges two folders in one step.
    static func exchange(_ first: String, _ second: String) throws {
        willChange?()
        guard unsafe renameat2(AT_FDCWD, first, AT_FDCWD, second, exchangeNames) == 0 else {
            throw failure("exchange the folder", second, .io)
        }
    }

    /// Gives a file a second name; does nothing if that name is there already.
    static func linkOnce(_ old: String, _ new: String) throws {
        willChange?()
        guard unsafe link(old, new) == 0 || errno == EEXIST else { throw failure("link", new, .io) }
    }

    /// Removes a file; does nothing if it is gone.
    static func remove(_ path: String) throws {
        willChange?()
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw failure("remove", path, .io) }
    }

    /// Removes a folder of files; does nothing if it is gone.
    static func removeFolder(_ path: String) throws {
        guard kind(path) == .folder else { return }
        for name in try list(path) {
            try remove(path + "/" + name)
        }
        willChange?()
        guard unsafe rmdir(path) == 0 || errno == ENOENT else { throw failure("remove the folder", path, .io) }
    }

    /// Removes a folder if nothing is in it; does nothing if it is gone.
    static func removeEmptyFolder(_ path: String) throws {
        willChange?()
        guard unsafe rmdir(path) == 0 || [ENOENT, ENOTEMPTY, EEXIST].contains(errno) else {
            throw failure("remove the folder", path, .io)
        }
    }

    /// The names in a folder, sorted; none if it is not there.
    static func list(_ path: String) throws -> [String] {
        guard let folder = unsafe opendir(path) else {
            if errno == ENOENT { return [] }
            throw failure("list", path, .io)
        }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        // SAFETY: an entry is read before the next call to readdir, which reuses it; `d_name` ends with NUL.
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func failure(_ action: String, _ path: String, _ kind: StoreError.Kind) -> StoreError {
        let number = errno
        let words = unsafe String(cString: strerror(number))
        let advice =
            number == ENOSPC || number == EDQUOT || number == EFBIG
            ? "Free some space and run the command again; what is committed is safe."
            : "Check the path, its owner and its permissions."
        return StoreError(kind, "Cannot \(action) \(path): \(words). \(advice)")
    }

    // renameat2's flags (linux/fs.h), which are macros with casts and not imported.
    private static let noReplace: UInt32 = 1
    private static let exchangeNames: UInt32 = 2
}
