import Glibc
import Pipeline

/// What the tool asks of the system it runs on; the only file here that speaks to libc.
enum Process {
    /// Before anything else: no core files, which would hold keys and log lines; errors instead of signals for closed
    /// pipes and full files; nothing that is written is readable by others.
    static func prepare() {
        // A standard descriptor that is closed would be given to the next file opened, and messages would land in it.
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            _ = unsafe open("/dev/null", O_RDWR)
        }
        var limit = rlimit(rlim_cur: 0, rlim_max: 0)
        // SAFETY: `limit` outlives the call.
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
        // The runtime's crash report would show memory, which holds log lines and keys.
        for number in [SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGQUIT] { signal(number, SIG_DFL) }
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        umask(0o027)
    }

    /// Ends the process as the signal itself would have done, so that whoever started it sees that it was interrupted.
    static func end(by signal: Signal) -> Never {
        let number =
            switch signal {
            case .hangUp: SIGHUP
            case .interrupt: SIGINT
            case .terminate: SIGTERM
            }
        Glibc.signal(number, SIG_DFL)
        var set = sigset_t()
        // SAFETY: the calls touch the one set only.
        unsafe sigemptyset(&set)
        unsafe sigaddset(&set, number)
        unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
        raise(number)
        exit(128 + number)
    }

    /// Lets the process have as many files open as it may.
    static func allowManyFiles() {
        var limit = rlimit(rlim_cur: 0, rlim_max: 0)
        // SAFETY: `limit` outlives the calls.
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    static var isRoot: Bool { geteuid() == 0 }

    static var hostName: String {
        var bytes = [CChar](repeating: 0, count: 256)
        // SAFETY: the buffer has the length that the call is told, less the final NUL.
        guard unsafe gethostname(&bytes, bytes.count - 1) == 0 else { return "host" }
        return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func variable(_ name: String) -> String? {
        // SAFETY: the value is copied before anything can change the environment.
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// Milliseconds since 1970.
    static func milliseconds() -> Int64 {
        var time = timespec()
        // SAFETY: `time` outlives the call.
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Whether a descriptor has something to give: it is neither a terminal nor the null device.
    static func isFed(_ descriptor: Int32) -> Bool {
        var status = stat()
        // SAFETY: `status` outlives the call.
        return unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT != S_IFCHR
    }

    /// The columns of the terminal on the standard output; nil if it is none.
    static var terminalWidth: Int? {
        var size = winsize()
        // SAFETY: `size` outlives the call.
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Writes text to the standard output.
    /// - Returns: false if nobody reads it any more.
    static func write(_ text: String) throws -> Bool {
        try write(text, to: STDOUT_FILENO)
    }

    /// Writes a line to the standard error; nothing can be done if that fails.
    static func complain(_ text: String) {
        _ = try? write(text + "\n", to: STDERR_FILENO)
    }

    /// Writes text to the standard error as it is, without a line end.
    static func showOnTerminal(_ text: String) {
        _ = try? write(text, to: STDERR_FILENO)
    }

    /// Writes bytes to the standard output.
    /// - Returns: false if nobody reads it any more.
    static func write(_ bytes: Span<UInt8>) throws -> Bool {
        try write(bytes, to: STDOUT_FILENO)
    }

    private static func write(_ text: String, to descriptor: Int32) throws -> Bool {
        let bytes = Array(text.utf8)
        return try write(bytes.span, to: descriptor)
    }

    private static func write(_ bytes: Span<UInt8>, to descriptor: Int32) throws -> Bool {
        var written = 0
        while written < bytes.count {
            // SAFETY: `written` stays within the buffer.
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: $0[written...]).baseAddress, $0.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE || errno == EBADF { return false }
                throw OutputError(reason: unsafe String(cString: strerror(errno)))
            }
            written += count
        }
        return true
    }
}

/// The standard output cannot be written.
struct OutputError: Error {
    let reason: String
}
