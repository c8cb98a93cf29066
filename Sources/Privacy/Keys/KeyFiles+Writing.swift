internal import Glibc

extension KeyFiles {
    /// Writes `key` under a temporary name, then links it to `name`; false if another writer's file was there first.
    static func publish(
        _ key: borrowing SecretKey, as name: String, in folder: String
    ) throws(KeyDirectoryError) -> Bool {
        try unsafe key.withUnsafeBytes { (bytes) throws(KeyDirectoryError) in
            try unsafe publish(bytes, as: name, in: folder)
        }
    }

    /// Publishes a file that is no bare key.
    static func publish(
        _ bytes: UnsafeRawBufferPointer, as name: String, in folder: String
    ) throws(KeyDirectoryError) -> Bool {
        let temporary = "\(folder)/\(temporaryPrefix(of: name))\(UInt64.random(in: .min ... .max))"
        willChange?()
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("open", temporary) }
        defer { unsafe unlink(temporary) }
        do {
            defer { close(descriptor) }
            try unsafe write(bytes, to: descriptor, path: temporary)
        }
        willChange?()
        let linked = unsafe link(temporary, "\(folder)/\(name)") == 0
        guard linked || errno == EEXIST else { throw failure("link", "\(folder)/\(name)") }
        if linked {
            willChange?()
            unsafe unlink(temporary)
            try synchroniseFolder(folder)
        }
        return linked
    }

    /// Publishes a file that holds nothing secret.
    static func publish(_ text: String, as name: String, in folder: String) throws(KeyDirectoryError) -> Bool {
        try publish(Array(text.utf8), as: name, in: folder)
    }

    static func publish(_ bytes: [UInt8], as name: String, in folder: String) throws(KeyDirectoryError) -> Bool {
        // SAFETY: the buffer is read within the call.
        try unsafe bytes.span.withUnsafeBytes { (bytes) throws(KeyDirectoryError) in
            try unsafe publish(bytes, as: name, in: folder)
        }
    }

    /// Writes a new file that is nobody's business but the caller's; false if there is one already.
    ///
    /// Outside the key directory, where only one writes and the medium may know no second names of a file.
    static func create(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(KeyDirectoryError) -> Bool {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { return false }
            throw failure("open", path)
        }
        defer { close(descriptor) }
        do {
            try unsafe write(bytes, to: descriptor, path: path)
        } catch {
            unsafe unlink(path)
            throw error
        }
        return true
    }

    private static func write(
        _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String
    ) throws(KeyDirectoryError) {
        try unsafe writeAll(bytes, to: descriptor, path: path)
        try synchronise(descriptor, path: path)
    }

    static func writeAll(
        _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String
    ) throws(KeyDirectoryError) {
        var written = 0
        while written < bytes.count {
            willChange?()
            // SAFETY: the rebased buffer lies within `bytes`.
            let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
            let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("write", path) }
            written += count
        }
    }
}
