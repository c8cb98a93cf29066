import FuzzSupport
import Glibc

/// A file in memory without a name, which the process can open by a path all the same; gone with it.
final class NamelessFile: Sendable {
    private let descriptor: Int32
    let path: String

    init() {
        var template = Array("/dev/shm/footfall-fuzz-XXXXXX".utf8CString)
        descriptor = unsafe template.withUnsafeMutableBufferPointer { buffer in
            // SAFETY: the template ends with NUL and is written within its length.
            guard let name = buffer.baseAddress else { return -1 }
            let descriptor = unsafe mkstemp(name)
            _ = unsafe unlink(name)
            return descriptor
        }
        check(descriptor >= 0, "there is room for a file")
        path = "/proc/self/fd/\(descriptor)"
    }

    /// Puts bytes in the place of those that are there, which nobody may have mapped any more.
    func write(_ bytes: [UInt8]) {
        // SAFETY: the bytes are written before the closure ends.
        let written = unsafe bytes.withUnsafeBytes { buffer in
            ftruncate(descriptor, 0) == 0 ? unsafe pwrite(descriptor, buffer.baseAddress, buffer.count, 0) : -1
        }
        check(written == bytes.count, "the file is written")
    }
}
