import Synchronization

/// A clock that goes on by a step whenever it is asked, so that commits fall due at the same places in every run.
final class SteppingClock: Sendable {
    private let milliseconds: Mutex<Int64>
    private let step: Int64
    private let asked: @Sendable () -> Void

    /// - Parameters:
    ///   - step: in milliseconds.
    ///   - asked: called whenever the clock is asked.
    init(step: Int64, asked: @escaping @Sendable () -> Void = {}) {
        // 2026-03-10.
        milliseconds = Mutex(1_773_100_800_000)
        self.step = step
        self.asked = asked
    }

    func now() -> Int64 {
        asked()
        return milliseconds.withLock { now in
            now += step
            return now
        }
    }
}
