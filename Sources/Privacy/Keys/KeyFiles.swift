internal import Glibc

/// The system calls of the key directory, with typed errors; nothing else in this target touches files.
enum KeyFiles {
    /// Refuses a folder that is not ours alone.
    static func checkFolder(_ path: String) throws(KeyDirectoryError) {
        let descriptor = try openFolder(path)
        defer { close(descriptor) }
        try check(descriptor, path: path, type: S_IFDIR)
    }

    /// Makes a folder of mode 700, or leaves the one that is there.
    static func makeFolder(_ path: String) throws(KeyDirectoryError) {
        guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure("mkdir", path) }
    }

    /// The names in a folder, without `.` and `..`, in no order.
    static func names(in folder: String) throws(KeyDirectoryError) -> [String] {
        guard let stream = unsafe opendir(folder) else { throw failure("opendir", folder) }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        // SAFETY: an entry is valid until the next `readdir` on this stream, and its name ends with NUL.
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Reads a key, or gives nil where there is none; its owner and mode are checked before a byte is read.
    static func read(_ path: String) throws(KeyDirectoryError) -> SecretKey? {
        let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw errno == ELOOP ? .wrongType(path: path) : failure("open", path)
        }
        defer { close(descriptor) }
        let size = try check(descriptor, path: path, type: S_IFREG)
        guard size == SecretKey.byteCount else { throw .damaged(path: path, byteCount: Int(size)) }
        return try unsafe SecretKey { (buffer) throws(KeyDirectoryError) in
            var filled = 0
            while filled < buffer.count {
                // SAFETY: the rebased buffer lies within `buffer`.
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
                let count = unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else { throw failure("read", path) }
                guard count > 0 else { throw .damaged(path: path, byteCount: filled) }
                filled += count
            }
        }
    }

    /// Writes `key` under a temporary name, then links it to `name`; false if another writer's file was there first.
    static func publish(
        _ key: borrowing SecretKey, as name: String, in folder: String
    ) throws(KeyDirectoryError) -> Bool {
        let temporary = "\(folder)/\(temporaryPrefix(of: name))\(UInt64.random(in: .min ... .max))"
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("open", temporary) }
        defer { unsafe unlink(temporary) }
        do {
            defer { close(descriptor) }
            try write(key, to: descriptor, path: temporary)
        }
        let linked = unsafe link(temporary, "\(folder)/\(name)") == 0
        guard linked || errno == EEXIST else { throw failure("link", "\(folder)/\(name)") }
        if linked {
            unsafe unlink(temporary)
            try synchroniseFolder(folder)
        }
        return linked
    }

    /// Overwrites a key, and what a crash may have left of its making, then removes the names; missing files are fine.
    static func destroy(_ name: String, in folder: String) throws(KeyDirectoryError) {
        let prefix = temporaryPrefix(of: name)
        for leftover in try names(in: folder) where leftover == name || leftover.hasPrefix(prefix) {
            let path = "\(folder)/\(leftover)"
            let descriptor = unsafe open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
            if descriptor < 0, errno == ENOENT { continue }
            guard descriptor >= 0 else { throw failure("open", path) }
            do {
                defer { close(descriptor) }
                try write(SecretKey.random(), to: descriptor, path: path)
            }
            guard unsafe unlink(path) == 0 || errno == ENOENT else { throw failure("unlink", path) }
        }
        try synchroniseFolder(folder)
    }

    /// The names under which a key is being made begin like this; they never look like a key's own name.
    private static func temporaryPrefix(of name: String) -> String { ".\(name)." }

    private static func write(
        _ key: borrowing SecretKey, to descriptor: Int32, path: String
    ) throws(KeyDirectoryError) {
        try unsafe key.withUnsafeBytes { (bytes) throws(KeyDirectoryError) in
            var written = 0
            while written < bytes.count {
                // SAFETY: the rebased buffer lies within `bytes`.
                let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
                let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw failure("write", path) }
                written += count
            }
        }
        guard fsync(descriptor) == 0 else { throw failure("fsync", path) }
    }

    private static func synchroniseFolder(_ path: String) throws(KeyDirectoryError) {
        let descriptor = try openFolder(path)
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("fsync", path) }
    }

    private static func openFolder(_ path: String) throws(KeyDirectoryError) -> Int32 {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT: throw .missing(path: path)
            case ENOTDIR: throw .wrongType(path: path)
            default: throw failure("open", path)
            }
        }
        return descriptor
    }

    /// Checks type, owner and mode of an open file and returns its size.
    @discardableResult
    private static func check(
        _ descriptor: Int32, path: String, type: mode_t
    ) throws(KeyDirectoryError) -> Int64 {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw failure("fstat", path) }
        guard status.st_mode & S_IFMT == type else { throw .wrongType(path: path) }
        guard status.st_uid == geteuid() else { throw .foreignOwner(path: path, owner: status.st_uid) }
        guard status.st_mode & 0o077 == 0 else { throw .tooOpen(path: path, mode: status.st_mode & 0o7777) }
        return Int64(status.st_size)
    }

    private static func failure(_ operation: String, _ path: String) -> KeyDirectoryError {
        .system(operation: operation, path: path, code: errno)
    }
}
