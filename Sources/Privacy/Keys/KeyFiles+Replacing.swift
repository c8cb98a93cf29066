internal import Glibc

extension KeyFiles {
    /// Puts a file in the place of another in one step, and overwrites what stood there; only one may do so at a time.
    ///
    /// The new content is flushed before it gets the name, and the name before the old content goes, so a crash leaves the one
    /// or the other.
    static func replace(
        _ bytes: UnsafeRawBufferPointer, as name: String, in folder: String
    ) throws(KeyDirectoryError) {
        let path = "\(folder)/\(name)"
        // Without truncation: what a crash has left there is overwritten in its place.
        let temporary = "\(folder)/.\(name).next"
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("open", temporary) }
        do {
            defer { close(descriptor) }
            try unsafe writeAll(bytes, to: descriptor, path: temporary)
            guard ftruncate(descriptor, off_t(bytes.count)) == 0 else { throw failure("ftruncate", temporary) }
            guard fsync(descriptor) == 0 else { throw failure("fsync", temporary) }
        }
        let old = unsafe open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
        guard old >= 0 || errno == ENOENT else { throw failure("open", path) }
        defer { if old >= 0 { close(old) } }
        guard unsafe rename(temporary, path) == 0 else { throw failure("rename", path) }
        try synchroniseFolder(folder)
        if old >= 0 { try overwrite(old, path: path) }
    }
}
