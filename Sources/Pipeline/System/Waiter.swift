/// How a job that reads on and on waits, and what ends its waiting: the only place where time passes for it.
public protocol Waiter: AnyObject {
    /// Milliseconds since some instant; they never go back.
    var milliseconds: Int64 { get }

    /// Waits until the descriptor can be read, a signal comes or the time is over, whichever is first.
    ///
    /// - Parameters:
    ///   - descriptor: nil to wait for signals and time only.
    ///   - milliseconds: nil waits for ever, 0 only looks.
    func wait(for descriptor: Int32?, milliseconds: Int?) throws -> Wakeup
}

/// What has ended a waiting.
public enum Wakeup: Equatable, Sendable {
    case timeOver
    case readable
    case signal(Signal)
}

/// What a process is told from outside.
public enum Signal: Equatable, Sendable {
    /// SIGHUP.
    case hangUp
    /// SIGINT.
    case interrupt
    /// SIGTERM.
    case terminate
}
