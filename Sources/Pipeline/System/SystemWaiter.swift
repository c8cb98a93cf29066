import CLinux
import Glibc

/// Waits as the system does: poll(2) on the descriptor and, for signals, on a signalfd(2).
///
/// Make it before any thread is started: the signals are blocked for the thread that makes it and for those that come
/// of it, so that they interrupt no system call and no transaction.
public final class SystemWaiter: Waiter {
    private static let signals: [(number: Int32, signal: Signal)] = [
        (SIGHUP, .hangUp), (SIGINT, .interrupt), (SIGTERM, .terminate),
    ]

    /// -1 if signals are not caught.
    private let signalDescriptor: Int32
    private var isCatching: Bool

    /// - Parameter catchesSignals: whether SIGHUP, SIGINT and SIGTERM end a waiting instead of the process.
    public init(catchesSignals: Bool) throws {
        isCatching = catchesSignals
        guard catchesSignals else {
            signalDescriptor = -1
            return
        }
        var set = SystemWaiter.signalSet
        // SAFETY: the calls read the set only.
        signalDescriptor = unsafe signalfd(-1, &set, Int32(O_NONBLOCK | O_CLOEXEC))
        guard signalDescriptor >= 0, unsafe pthread_sigmask(SIG_BLOCK, &set, nil) == 0 else {
            throw JobError(.io, "Signals cannot be caught: \(SystemWaiter.lastError). Check the limit of open files.")
        }
    }

    deinit {
        release()
        if signalDescriptor >= 0 { close(signalDescriptor) }
    }

    public var milliseconds: Int64 {
        var time = timespec()
        // SAFETY: `time` outlives the call.
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    public func wait(for descriptor: Int32?, milliseconds limit: Int?) throws -> Wakeup {
        let deadline = limit.map { milliseconds + Int64($0) }
        while true {
            var requests = [
                pollfd(fd: isCatching ? signalDescriptor : -1, events: Int16(POLLIN), revents: 0),
                pollfd(fd: descriptor ?? -1, events: Int16(POLLIN), revents: 0),
            ]
            let left = deadline.map { Int32(clamping: max(0, $0 - milliseconds)) } ?? -1
            // SAFETY: the array outlives the call and has the length that the call is told.
            let ready = unsafe poll(&requests, nfds_t(requests.count), left)
            if ready < 0, errno != EINTR { throw JobError(.io, "Waiting failed: \(SystemWaiter.lastError).") }
            if ready > 0, requests[0].revents != 0, let signal = takeSignal() { return .signal(signal) }
            if ready > 0, requests[1].revents != 0 { return .readable }
            if ready == 0 { return .timeOver }
        }
    }

    /// The next signal that has come.
    ///
    /// After one that ends the run, signals have their usual effect again: a second one ends the process at once.
    private func takeSignal() -> Signal? {
        var info = signalfd_siginfo()
        // SAFETY: the call writes at most the structure's size.
        let count = unsafe read(signalDescriptor, &info, MemoryLayout<signalfd_siginfo>.size)
        guard count == MemoryLayout<signalfd_siginfo>.size,
            let signal = SystemWaiter.signals.first(where: { $0.number == Int32(info.ssi_signo) })?.signal
        else { return nil }
        if signal != .hangUp { release() }
        return signal
    }

    private func release() {
        guard isCatching else { return }
        isCatching = false
        var set = SystemWaiter.signalSet
        // SAFETY: the call reads the set only.
        unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    private static var signalSet: sigset_t {
        var set = sigset_t()
        // SAFETY: the calls write to the one set only.
        unsafe sigemptyset(&set)
        for (number, _) in signals { unsafe sigaddset(&set, number) }
        return set
    }

    // SAFETY: the string is copied at once.
    private static var lastError: String { unsafe String(cString: strerror(errno)) }
}
