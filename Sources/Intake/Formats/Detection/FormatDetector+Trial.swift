extension FormatDetector {
    /// One format, tried on the lines of a sample.
    struct Trial {
        let format: LogFormat
        /// For each line whether it could be read.
        private(set) var matches: [Bool] = []
        private(set) var firstFailure: (reason: RejectReason, line: Int, column: Int)?

        var matching: Int { matches.count { $0 } }
        /// How near the format comes: the lines that match, then how far it came into the first that does not.
        var place: (Int, Int) { (matching, firstFailure?.column ?? 0) }

        init(_ format: LogFormat, on sample: Span<UInt8>, _ options: LineOptions, _ header: LogHeader) {
            self.format = format
            var walk = LineWalk(context: LineContext(options: options))
            walk.context.header = header
            walk.start(firstLine: 1)
            var record = LineRecord()
            var messages: [Int] = []
            while matches.count < FormatDetector.sampleLines, let line = walk.next(in: sample) {
                record.clear()
                do throws(LineFailure) {
                    try format.format.parse(sample, line, into: &record, &walk.context)
                    matches.append(true)
                } catch {
                    if error.isMessage { messages.append(matches.count) }
                    matches.append(false)
                    if firstFailure == nil, !error.isMessage {
                        firstFailure = (error.reason, walk.lineNumber, error.position - walk.lineStart + 1)
                    }
                }
                walk.context.decoded.removeAll(keepingCapacity: true)
            }
            // Messages alone say little about the format; beside records they belong to it.
            if matches.contains(true) { for index in messages { matches[index] = true } }
        }
    }

    /// The envelopes that are around some lines of the sample.
    static func envelopes(in sample: Span<UInt8>, _ options: LineOptions) -> [Envelope] {
        Envelope.allCases.filter { envelope in
            var walk = LineWalk(context: LineContext(options: options))
            walk.start(firstLine: 1)
            var lines = 0
            while lines < FormatDetector.sampleLines, let line = walk.next(in: sample) {
                lines += 1
                do throws(LineFailure) {
                    _ = try envelope.open(sample, line, &walk.context)
                    return true
                } catch {
                    continue
                }
            }
            return false
        }
    }
}
