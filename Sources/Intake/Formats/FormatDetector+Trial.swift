extension FormatDetector {
    /// One format, tried on the lines of a sample.
    struct Trial {
        let format: LogFormat
        /// For each line whether it could be read.
        private(set) var matches: [Bool] = []
        private(set) var firstFailure: (reason: RejectReason, line: Int, column: Int)?

        var matching: Int { matches.count { $0 } }

        init(_ format: LogFormat, on sample: Span<UInt8>) {
            self.format = format
            // Dates do not say what the format is, so no time is too late here.
            var walk = LineWalk(context: LineContext(options: LineOptions(latest: .max)))
            walk.start(firstLine: 1)
            var record = LineRecord()
            while matches.count < FormatDetector.sampleLines, let line = walk.next(in: sample) {
                record.clear()
                do throws(LineFailure) {
                    try format.format.parse(sample, line, into: &record, &walk.context)
                    matches.append(true)
                } catch {
                    matches.append(false)
                    if firstFailure == nil {
                        firstFailure = (error.reason, walk.lineNumber, error.position - walk.lineStart + 1)
                    }
                }
                walk.context.decoded.removeAll(keepingCapacity: true)
            }
        }
    }
}
