import Pipeline

/// One line on the terminal that says how far an ingest has come, and is wiped at the end.
enum ProgressLine {
    static func show(_ progress: IngestProgress) {
        let seconds = max(1, progress.elapsed / 1000)
        var text = "\(Amount.grouped(progress.lines)) lines, \(Amount.size(progress.bytes))"
        text += ", \(Amount.grouped(progress.lines / Int(seconds))) lines/s"
        if let size = progress.size, progress.bytes > 0, size > progress.bytes {
            let left = Double(progress.elapsed) / 1000 * Double(size - progress.bytes) / Double(progress.bytes)
            text += ", \(Int(left) / 60):\(Int(left) % 60 < 10 ? "0" : "")\(Int(left) % 60) left"
        }
        Process.showOnTerminal("\r\u{1B}[K\(text)")
    }

    /// Runs `body` and wipes the line afterwards, if there is one.
    static func wiping<Value>(_ isShown: Bool, _ body: () throws -> Value) rethrows -> Value {
        defer { if isShown { Process.showOnTerminal("\r\u{1B}[K") } }
        return try body()
    }
}
