import Glibc

/// A file descriptor: the one place where Intake calls the system.
struct Descriptor: ~Copyable {
    /// The outcome of a system call, without the calls that a signal interrupted.
    enum Outcome {
        case success(Int)
        case failure(code: Int32)
    }

    /// The code of a file that does not exist.
    static let notFound = ENOENT

    let number: Int32
    private let isOwned: Bool

    /// - Parameter isOwned: whether to close it in the end.
    init(_ number: Int32, isOwned: Bool) {
        self.number = number
        self.isOwned = isOwned
    }

    deinit {
        if isOwned { _ = close(number) }
    }

    /// Opens a file for reading; the descriptor is not inherited by child processes.
    static func open(path: String) -> Outcome {
        // SAFETY: the call reads the terminated string that the compiler makes of `path`.
        repeating { unsafe Int(Glibc.open(path, O_RDONLY | O_CLOEXEC)) }
    }

    /// Reads into the bytes of `buffer` at `range`.
    func read(into buffer: inout [UInt8], _ range: Range<Int>) -> Outcome {
        precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count)
        // SAFETY: the system writes at most `range.count` bytes from the range's start on, which lie within the buffer.
        return unsafe buffer.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return .success(0) }
            return Descriptor.repeating { unsafe Glibc.read(number, base + range.lowerBound, range.count) }
        }
    }

    /// Waits until there is something to read, or the end; success is 0 if the time is over.
    func wait(milliseconds: Int) -> Outcome {
        var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
        // SAFETY: the call writes to the one structure only.
        return Descriptor.repeating { unsafe Int(poll(&request, 1, Int32(clamping: milliseconds))) }
    }

    /// What kind of file it is, and its size.
    func status() -> (isRegularFile: Bool, isDirectory: Bool, size: Int64, node: UInt64) {
        var status = stat()
        // SAFETY: the call writes to the one structure only.
        guard unsafe fstat(number, &status) == 0 else { return (false, false, 0, 0) }
        let kind = status.st_mode & S_IFMT
        return (
            kind == S_IFREG, kind == S_IFDIR, Int64(status.st_size), UInt64(status.st_ino)
        )
    }

    static func message(_ code: Int32) -> String {
        // SAFETY: the string is copied at once.
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }

    private static func repeating(_ call: () -> Int) -> Outcome {
        while true {
            let result = call()
            if result >= 0 { return .success(result) }
            if errno != EINTR { return .failure(code: errno) }
        }
    }
}
