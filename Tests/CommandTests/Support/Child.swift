import Glibc
import Synchronization

/// One run of a program: started, fed and read through pipes, waited for with a bound, and ended by its own id if it does not end.
///
/// The only file of these tests that speaks to libc.
struct Child: ~Copyable {
    /// Where the standard input comes from.
    enum Input: Sendable {
        /// The null device.
        case nothing
        /// A regular file, as a shell's `<` gives it.
        case file(String)
        /// A pipe. Each piece reaches the reader as one read of its own, or as several if it is longer than 4 KiB.
        case pieces([[UInt8]])
        /// A pipe that gives these bytes, no more than it can hold, and then stays open for as long as the process lives.
        case held([UInt8])
        /// A pipe that gives `count` copies of a piece; what is written is never in memory as a whole.
        case repeated([UInt8], count: Int, then: [UInt8])
    }

    /// Where the standard output goes.
    enum Output: Sendable {
        case collected
        /// A pipe that nobody reads.
        case unread
    }

    struct Result: Sendable {
        var output: [UInt8] = []
        var errors: [UInt8] = []
        /// The exit code, or 128 and the number of the signal that ended the process.
        var code: Int32 = 0
        /// Whether the process had to be ended because it took longer than it may.
        var wasEnded = false
    }

    struct StartError: Error {
        let program: String
        let code: Int32
    }

    /// Longer than any run takes on a loaded machine; only a run that hangs comes to it.
    private static let limitMilliseconds: Int32 = 120_000
    /// Held while pipes are made and handed over, so that no other child inherits them before they are marked.
    private static let starting = Mutex(())
    /// Packet mode of pipes (fcntl.h of Linux: O_DIRECT), in which writes stay apart.
    #if arch(arm64)
        private static let packets: Int32 = 0o200000
    #else
        private static let packets: Int32 = 0o40000
    #endif

    private let id: pid_t
    private var inputEnd: Int32
    private var outputEnd: Int32
    private var errorEnd: Int32
    private var feed: Feed
    /// Whether the standard input stays open.
    private let isHeld: Bool

    /// Starts a program.
    static func start(
        _ program: String, _ arguments: [String], environment: [String: String], input: Input, output: Output
    ) throws -> Child {
        try starting.withLock { _ in
            try Child(program, arguments, environment: environment, input: input, output: output)
        }
    }

    private init(_ program: String, _ arguments: [String], environment: [String: String], input: Input, output: Output)
        throws
    {
        let (standardInput, feedEnd) = try Child.open(input)
        let (readEnd, standardOutput) = try Child.pipe()
        let (errorReadEnd, standardError) = try Child.pipe()
        defer { for descriptor in [standardInput, standardOutput, standardError] { close(descriptor) } }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for (target, descriptor) in [standardInput, standardOutput, standardError].enumerated() {
            unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
        }
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        // The child begins with the signals as a shell would hand them on, whatever the test runner does with its own.
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe sigaddset(&signals, SIGPIPE)
        unsafe sigaddset(&signals, SIGXFSZ)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        signal(SIGPIPE, SIG_IGN)

        var started: pid_t = 0
        let code = unsafe Child.withCStrings([program] + arguments) { argumentVector in
            unsafe Child.withCStrings(environment.map { "\($0)=\($1)" }) { environmentVector in
                unsafe posix_spawn(&started, program, &actions, &attributes, argumentVector, environmentVector)
            }
        }
        guard code == 0 else {
            for descriptor in [feedEnd, readEnd, errorReadEnd] where descriptor >= 0 { close(descriptor) }
            throw StartError(program: program, code: code)
        }
        var outputEnd = readEnd
        if case .unread = output {
            close(readEnd)
            outputEnd = -1
        }
        id = started
        inputEnd = feedEnd
        self.outputEnd = outputEnd
        errorEnd = errorReadEnd
        feed = Feed(input)
        if case .held(let bytes) = input {
            isHeld = true
            // SAFETY: the call reads the array's own bytes.
            _ = unsafe bytes.withUnsafeBytes { unsafe write(feedEnd, $0.baseAddress, $0.count) }
        } else {
            isHeld = false
        }
    }

    /// Sends a signal.
    func send(_ signal: Int32) {
        // The process is ours and has not been waited for, so its id is still its own.
        kill(id, signal)
    }

    /// Feeds and reads the process until it has ended.
    consuming func finish() -> Result {
        var result = Result()
        let deadline = Child.milliseconds() + Int64(Child.limitMilliseconds)
        while outputEnd >= 0 || errorEnd >= 0 {
            var waiting = [
                pollfd(fd: isHeld ? -1 : inputEnd, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: outputEnd, events: Int16(POLLIN), revents: 0),
                pollfd(fd: errorEnd, events: Int16(POLLIN), revents: 0),
            ]
            let left = Int32(clamping: deadline - Child.milliseconds())
            // SAFETY: the array outlives the call and has the length that the call is told. Descriptors of -1 are passed over.
            let ready = left > 0 ? unsafe poll(&waiting, nfds_t(waiting.count), left) : 0
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else {
                // The process is ours and has not been waited for, so its id is still its own.
                kill(id, SIGKILL)
                result.wasEnded = true
                break
            }
            if waiting[0].revents != 0 { inputEnd = feed.write(to: inputEnd) }
            if waiting[1].revents != 0 { outputEnd = Child.read(from: outputEnd, into: &result.output) }
            if waiting[2].revents != 0 { errorEnd = Child.read(from: errorEnd, into: &result.errors) }
        }
        for descriptor in [inputEnd, outputEnd, errorEnd] where descriptor >= 0 { close(descriptor) }
        var status: Int32 = 0
        // SAFETY: `status` outlives the call.
        while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
        result.code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        return result
    }

    private static func open(_ input: Input) throws -> (reader: Int32, writer: Int32) {
        switch input {
        case .nothing: return (unsafe Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC), -1)
        case .file(let path):
            let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw StartError(program: path, code: errno) }
            return (descriptor, -1)
        case .pieces: return try pipe(packets | O_NONBLOCK)
        case .held, .repeated: return try pipe()
        }
    }

    /// - Parameter flags: for the writing end.
    private static func pipe(_ flags: Int32 = 0) throws -> (reader: Int32, writer: Int32) {
        var ends: [Int32] = [-1, -1]
        // SAFETY: the array has room for the two descriptors.
        guard unsafe Glibc.pipe(&ends) == 0 else { throw StartError(program: "pipe", code: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // The ends are two open files, so the reader keeps reading as it would from a shell's pipe.
        if flags != 0 { _ = fcntl(ends[1], F_SETFL, flags) }
        return (ends[0], ends[1])
    }

    /// - Returns: the descriptor, or -1 when it has ended and is closed.
    private static func read(from descriptor: Int32, into bytes: inout [UInt8]) -> Int32 {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        // SAFETY: the call writes at most the buffer's length.
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { return descriptor }
        guard count > 0 else {
            close(descriptor)
            return -1
        }
        bytes += buffer[..<count]
        return descriptor
    }

    private static func withCStrings<Value>(
        _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value
    ) -> Value {
        var pointers = unsafe strings.map { unsafe strdup($0) } + [nil]
        defer { unsafe pointers.forEach { unsafe free($0) } }
        // SAFETY: the array ends with a null pointer, and its strings live until the call is over.
        return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("the array is never empty") }
            return unsafe body(start)
        }
    }

    private static func milliseconds() -> Int64 {
        var time = timespec()
        // SAFETY: `time` outlives the call.
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
