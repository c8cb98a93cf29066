internal import Glibc

/// The bytes of a file, mapped for reading; nothing else among the places touches files.
///
/// The pages are shared with whoever else reads the file. To put a new file in its place, rename it there: a file that
/// is cut off while it is mapped ends the process with SIGBUS.
@safe
final class MappedFile: @unchecked Sendable {
    // SAFETY: mapped in `open` and unmapped in `deinit`, never written; hence any thread may read it.
    private let bytes: UnsafeRawBufferPointer

    private init(_ bytes: UnsafeRawBufferPointer) {
        unsafe self.bytes = unsafe bytes
    }

    deinit {
        // SAFETY: the address and length that `mmap` gave; an empty file has none.
        if let start = unsafe bytes.baseAddress { unsafe munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
    }

    static func open(_ path: String) throws(PlaceDatabaseError) -> MappedFile {
        // A pipe would otherwise be waited for.
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .missing(path: path) : .system(operation: "open", path: path, code: errno)
        }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw .system(operation: "fstat", path: path, code: errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .wrongFileType(path: path) }
        let size = Int(status.st_size)
        guard size > 0 else { return unsafe MappedFile(UnsafeRawBufferPointer(start: nil, count: 0)) }
        guard let start = unsafe mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0), unsafe start != MAP_FAILED
        else { throw .system(operation: "mmap", path: path, code: errno) }
        return unsafe MappedFile(UnsafeRawBufferPointer(start: start, count: size))
    }

    /// Lends the bytes.
    func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // SAFETY: mapped as long as this object lives, which is longer than the call.
        try body(unsafe Span(_unsafeElements: bytes.bindMemory(to: UInt8.self)))
    }
}
