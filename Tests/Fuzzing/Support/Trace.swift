import Glibc

/// Whether the environment asks for a trace, as one does to understand a finding.
private let isTracing = unsafe getenv("FOOTFALL_FUZZ_TRACE") != nil

/// Tells a step on the standard error, if the environment has `FOOTFALL_FUZZ_TRACE`.
public func trace(_ step: @autoclosure () -> String) {
    guard isTracing else { return }
    let text = Array((step() + "\n").utf8)
    // SAFETY: the bytes are written before the closure ends.
    _ = unsafe text.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
