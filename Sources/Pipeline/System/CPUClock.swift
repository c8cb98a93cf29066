import Glibc

/// Measures the CPU time of the process.
struct CPUClock {
    private let start = CPUClock.now

    /// Seconds since the clock was made.
    var seconds: Double { CPUClock.now - start }

    private static var now: Double {
        var time = timespec()
        // SAFETY: `time` outlives the call.
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
