import Glibc

/// A file descriptor: the one place where Intake calls the system.
struct Descriptor: ~Copyable {
    /// The outcome of a system call, without the calls that a signal interrupted.
    enum Outcome {
        case success(Int)
        case failure(code: Int32)
    }

    /// A call that failed; `code` is the system's errno.
    struct SystemError: Error {
        let code: Int32
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
    ///
    /// - Parameter position: where to read in the file; nil for where the last read has ended.
    func read(into buffer: inout [UInt8], _ range: Range<Int>, at position: Int64?) -> Outcome {
        precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count)
        // SAFETY: the system writes at most `range.count` bytes from the range's start on, which lie within the buffer.
        return unsafe buffer.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return .success(0) }
            return Descriptor.repeating {
                guard let position else { return unsafe Glibc.read(number, base + range.lowerBound, range.count) }
                return unsafe pread(number, base + range.lowerBound, range.count, off_t(position))
            }
        }
    }

    /// Waits until there is something to read, or the end; success is 0 if the time is over.
    func wait(milliseconds: Int) -> Outcome {
        var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
        // SAFETY: the call writes to the one structure only.
        return Descriptor.repeating { unsafe Int(poll(&request, 1, Int32(clamping: milliseconds))) }
    }

    /// What the system says about the open file; nil if it says nothing.
    func status() -> FileStatus? {
        var status = stat()
        // SAFETY: the call writes to the one structure only.
        return unsafe fstat(number, &status) == 0 ? FileStatus(status) : nil
    }

    static func status(path: String) -> Result<FileStatus, SystemError> {
        var status = stat()
        // SAFETY: the call reads the terminated string that the compiler makes of `path`, and writes to the one structure.
        return unsafe stat(path, &status) == 0 ? .success(FileStatus(status)) : .failure(SystemError(code: errno))
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

extension FileStatus {
    fileprivate init(_ status: stat) {
        let kind = status.st_mode & S_IFMT
        node = Node(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        size = Int64(status.st_size)
        modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        isLinked = status.st_nlink > 0
        isRegularFile = kind == S_IFREG
        isDirectory = kind == S_IFDIR
    }
}
