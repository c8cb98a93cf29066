internal import CLinux
internal import Glibc

extension KeyFiles {
    /// Exchanges two folders in one step, and returns when that is durable in the folder above both.
    static func exchange(_ first: String, _ second: String, in folder: String) throws(KeyDirectoryError) {
        willChange?()
        guard unsafe renameat2(AT_FDCWD, first, AT_FDCWD, second, exchangeNames) == 0 else {
            throw failure("renameat2", second)
        }
        try synchroniseFolder(folder)
    }

    /// Makes the names in a folder durable.
    static func synchroniseFolder(_ path: String) throws(KeyDirectoryError) {
        let descriptor = try openFolder(path)
        defer { close(descriptor) }
        try synchronise(descriptor, path: path)
    }

    static func synchronise(_ descriptor: Int32, path: String) throws(KeyDirectoryError) {
        willChange?()
        guard fsync(descriptor) == 0 else { throw failure("fsync", path) }
    }

    /// RENAME_EXCHANGE of renameat2 (linux/fs.h), a macro with a cast and not imported.
    private static let exchangeNames: UInt32 = 2
}
