internal import Glibc

extension KeyFiles {
    /// Overwrites a key, and what a crash may have left of its making, then removes the names; missing files are fine.
    static func destroy(_ name: String, in folder: String) throws(KeyDirectoryError) {
        for present in try names(in: folder) where finalName(of: present) == name {
            try destroyFile("\(folder)/\(present)")
        }
        try synchroniseFolder(folder)
    }

    /// Overwrites and removes every file of a folder, then removes the folder; it may be missing.
    static func destroyFolder(_ path: String) throws(KeyDirectoryError) {
        guard try isThere(path) else { return }
        for name in try names(in: path) { try destroyFile("\(path)/\(name)") }
        try synchroniseFolder(path)
        willChange?()
        guard unsafe rmdir(path) == 0 || errno == ENOENT else { throw failure("rmdir", path) }
    }

    /// Overwrites a file and removes its name, which is durable only when the folder has been synchronised.
    static func destroyFile(_ path: String) throws(KeyDirectoryError) {
        let descriptor = unsafe open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        if descriptor < 0, errno == ENOENT { return }
        guard descriptor >= 0 else { throw failure("open", path) }
        do {
            defer { close(descriptor) }
            try overwrite(descriptor, path: path)
        }
        willChange?()
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw failure("unlink", path) }
    }

    /// Removes a name if it is a second one of the file that another name has.
    ///
    /// - Returns: false if it is not; then nothing was done.
    static func removeSecondName(_ path: String, of other: String) throws(KeyDirectoryError) -> Bool {
        var (one, two) = (stat(), stat())
        guard path != other, unsafe lstat(path, &one) == 0, unsafe lstat(other, &two) == 0,
            one.st_dev == two.st_dev, one.st_ino == two.st_ino
        else { return false }
        willChange?()
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw failure("unlink", path) }
        return true
    }

    /// Writes random bytes over all that a file holds.
    static func overwrite(_ descriptor: Int32, path: String) throws(KeyDirectoryError) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw failure("fstat", path) }
        for _ in 0..<max(1, (Int(status.st_size) + SecretKey.byteCount - 1) / SecretKey.byteCount) {
            try unsafe SecretKey.random().withUnsafeBytes { (bytes) throws(KeyDirectoryError) in
                try unsafe writeAll(bytes, to: descriptor, path: path)
            }
        }
        try synchronise(descriptor, path: path)
    }
}
