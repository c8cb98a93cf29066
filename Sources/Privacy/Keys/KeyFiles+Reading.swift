internal import Glibc

extension KeyFiles {
    /// Reads a key, or gives nil where there is none; its owner and mode are checked before a byte is read.
    static func read(_ path: String) throws(KeyDirectoryError) -> SecretKey? {
        guard let descriptor = try openFile(path) else { return nil }
        defer { close(descriptor) }
        let size = try check(descriptor, path: path, type: S_IFREG)
        guard size == SecretKey.byteCount else { throw .damaged(path: path, byteCount: Int(size)) }
        return try unsafe SecretKey { (buffer) throws(KeyDirectoryError) in
            let filled = try unsafe fill(buffer, from: descriptor, path: path)
            guard filled == buffer.count else { throw .damaged(path: path, byteCount: filled) }
        }
    }

    /// Reads a file of the key directory that is no bare key, as ``read(_:)``.
    static func readWhole(_ path: String, atMost limit: Int) throws(KeyDirectoryError) -> SecretBytes? {
        guard let descriptor = try openFile(path) else { return nil }
        defer { close(descriptor) }
        let size = try check(descriptor, path: path, type: S_IFREG)
        guard size <= limit else { throw .malformed(path: path) }
        return try bytes(of: descriptor, atMost: limit, path: path)
    }

    /// Everything that an open file, or a pipe, still has to give.
    static func bytes(
        of descriptor: Int32, atMost limit: Int, path: String
    ) throws(KeyDirectoryError) -> SecretBytes {
        var content = SecretBytes(capacity: limit + 1)
        try unsafe content.fill { (buffer) throws(KeyDirectoryError) in
            try unsafe fill(buffer, from: descriptor, path: path)
        }
        guard content.count <= limit else { throw .malformed(path: path) }
        return content
    }

    /// What is known of a file without reading it: its owner and mode are right, it was written then (UTC seconds).
    /// - Returns: nil where there is none.
    static func writingTime(_ path: String) throws(KeyDirectoryError) -> Int64? {
        guard let descriptor = try openFile(path) else { return nil }
        defer { close(descriptor) }
        try check(descriptor, path: path, type: S_IFREG)
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw failure("fstat", path) }
        return Int64(status.st_mtim.tv_sec)
    }

    /// Whether there is anything at a path, a broken link included.
    static func isThere(_ path: String) throws(KeyDirectoryError) -> Bool {
        var status = stat()
        if unsafe lstat(path, &status) == 0 { return true }
        guard errno == ENOENT else { throw failure("lstat", path) }
        return false
    }

    /// - Returns: nil where there is no file.
    private static func openFile(_ path: String) throws(KeyDirectoryError) -> Int32? {
        // A pipe in the place of a key must not make the opening wait.
        let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        if descriptor >= 0 { return descriptor }
        if errno == ENOENT { return nil }
        throw errno == ELOOP ? .wrongType(path: path) : failure("open", path)
    }

    /// - Returns: how many bytes there were, up to the size of the buffer.
    private static func fill(
        _ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, path: String
    ) throws(KeyDirectoryError) -> Int {
        var filled = 0
        while filled < buffer.count {
            // SAFETY: the rebased buffer lies within `buffer`.
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("read", path) }
            if count == 0 { break }
            filled += count
        }
        return filled
    }
}
