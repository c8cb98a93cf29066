/// Bytes of a file that one writer holds, each shared with others, for what they stand for.
final class ByteLocks {
    private let file: OpenFile

    init(path: String) throws {
        file = try FileSystem.openLock(path)
    }

    deinit {
        // As in ``FileLock``: a process that is being started may have a copy of the descriptor for a moment.
        try? releaseAll()
    }

    /// Takes a byte.
    /// - Returns: false if somebody wants it alone already.
    func hold(_ place: Int64) throws -> Bool {
        try FileSystem.lock(file, at: place, .shared, waiting: false)
    }

    /// Lets all bytes go.
    func releaseAll() throws {
        try FileSystem.unlock(file)
    }

    /// Waits until nobody holds one of some bytes.
    /// - Returns: false if somebody does, and the call was not to wait.
    func drain(_ places: Range<Int64>, waiting: Bool) throws -> Bool {
        guard !places.isEmpty else { return true }
        let isDrained = try FileSystem.lock(
            file, at: places.lowerBound, count: Int64(places.count), .exclusive, waiting: waiting)
        try releaseAll()
        return isDrained
    }
}
