@testable import Pipeline

/// A waiter that does not wait: each time there is nothing more to read, the clock moves on and the next step of a
/// script is done; after the last one comes SIGTERM.
final class ScriptedWaiter: Waiter {
    /// What happens while the job waits.
    typealias Step = (ScriptedWaiter) throws -> Void

    private(set) var milliseconds: Int64 = 1000
    /// Waits that were asked for; a run that never comes to rest would not end otherwise.
    private(set) var waits = 0
    private var steps: ArraySlice<Step>
    private var signal: Signal?
    private let interruption: (wait: Int, signal: Signal)?

    /// - Parameter interruption: a signal that comes at a certain wait, even if the job only looks for signals.
    init(_ steps: [Step] = [], interruption: (wait: Int, signal: Signal)? = nil) {
        self.steps = steps[...]
        self.interruption = interruption
    }

    /// Lets time pass.
    func pass(_ milliseconds: Int64) {
        self.milliseconds += milliseconds
    }

    /// Sends a signal.
    func send(_ signal: Signal) {
        self.signal = signal
    }

    func wait(for descriptor: Int32?, milliseconds limit: Int?) throws -> Wakeup {
        waits += 1
        guard waits < 10_000 else { return .signal(.terminate) }
        if let interruption, interruption.wait == waits { return .signal(interruption.signal) }
        guard limit != 0 else { return .timeOver }
        guard let step = steps.popFirst() else { return .signal(.terminate) }
        milliseconds += Int64(limit ?? 0)
        try step(self)
        if let signal {
            self.signal = nil
            return .signal(signal)
        }
        return .timeOver
    }
}
