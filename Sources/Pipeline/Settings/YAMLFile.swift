import Glibc

/// Reads the bytes of a configuration file.
enum YAMLFile {
    /// The first bytes of a file, one more than it may have; nil if there is no file.
    static func contents(_ path: String) throws -> [UInt8]? {
        // Nobody waits for the writer of a pipe.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw failure(path)
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: YAMLGuard.maximumBytes + 1)
        var count = 0
        while count < bytes.count {
            // SAFETY: the call writes at most the rest of the buffer.
            let added = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe read(
                    descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).baseAddress,
                    buffer.count - count)
            }
            if added < 0, errno == EINTR { continue }
            guard added >= 0 else { throw failure(path) }
            if added == 0 { break }
            count += added
        }
        return Array(bytes[..<count])
    }

    private static func failure(_ path: String) -> JobError {
        JobError(.io, unsafe "Cannot read \(path): \(String(cString: strerror(errno))).")
    }
}
