import Glibc

/// The file `footfall.yaml` of a store.
public enum SettingsFile {
    public static func path(inStore root: String) -> String { root + "/footfall.yaml" }

    /// What a store's file says; the defaults if there is none.
    ///
    /// - Throws: ``JobError`` (configuration) that names file, line and column of the first mistake, or (io) if the file
    ///   cannot be read.
    public static func load(inStore root: String) throws -> Settings {
        let path = path(inStore: root)
        guard let bytes = try contents(path) else { return Settings() }
        do {
            return try settings(bytes, path: path)
        } catch {
            throw error.error(in: path)
        }
    }

    /// Reads the text of a file.
    static func settings(_ bytes: [UInt8], path: String) throws(SettingsMistake) -> Settings {
        var settings = Settings()
        let root = try YAMLNode.read(bytes)
        try SettingValue(name: "The file", node: root, path: path).fill(&settings, Settings.keys)
        return settings
    }

    /// The first bytes of a file, one more than it may have; nil if there is no file.
    private static func contents(_ path: String) throws -> [UInt8]? {
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
