import Intake

extension InputSettling {
    /// The first lines of a pipe have been compared with the last ones of its source.
    func settleOverlap() throws {
        let known = overlap?.knownLines ?? 0
        overlap = nil
        var lines = 0
        var skipped = 0
        try held.release { bytes in
            var start = 0
            while lines < known, start < bytes.count {
                while start < bytes.count, bytes[start] != 10 { start += 1 }
                start += 1
                lines += 1
                skipped += 1
            }
            if start < bytes.count {
                if skipped > 0 { count(duplicateLines: skipped, endsWithinLine: false) }
                skipped = 0
                try admit(bytes.extracting(start..<bytes.count), .lines)
            }
        }
        if skipped > 0 { count(duplicateLines: skipped, endsWithinLine: false) }
    }

    /// What was held turned out to be new.
    func releaseHeld() throws {
        guard !held.isEmpty else { return }
        var replay = BlockCutter(blockBytes: InputRun.blockBytes, maximumLineBytes: reader.maximumLineBytes)
        try held.release { chunk in
            _ = replay.append { buffer, start in
                for index in chunk.indices { buffer[start + index] = chunk[index] }
                return chunk.count
            }
            loop: while true {
                switch replay.cut() {
                case .lines(let count): try admit(count, of: &replay, .lines)
                case .overlongPart(let count): try admit(count, of: &replay, .overlongPart)
                case .overlongEnd(let count): try admit(count, of: &replay, .overlongEnd)
                case .none: break loop
                }
            }
        }
        // Held bytes end where a line ends, or within one that is too long, whose parts have all been admitted.
        precondition(replay.count == 0, "held bytes are whole lines")
    }

    private func admit(_ count: Int, of replay: inout BlockCutter, _ piece: Piece) throws {
        try replay.withBytes(count) { try admit($0, piece) }
        replay.consume(count)
    }
}
