import Intake

extension Following {
    /// Reads what has come of a file, at most one turn.
    ///
    /// - Returns: whether something has come.
    func read(_ file: FollowedFile) throws -> Bool {
        guard file.mayHaveMore, files.contains(where: { $0 === file }), try takeLock(of: file.run) else { return false }
        return try guarding(file) {
            var left = job.options.follow.turnBytes
            while left > 0 {
                switch try file.run.fill(timeoutMilliseconds: 0) {
                case .bytes(let count):
                    left -= count
                    try file.run.settle()
                    takeNote(of: file)
                case .replaced:
                    try end(file, isComplete: true)
                    looksAgain = try commit()
                    return true
                case .end, .timedOut:
                    try stop(file)
                    return left < job.options.follow.turnBytes
                }
            }
            return true
        }
    }

    /// Something has been read of the file.
    private func takeNote(of file: FollowedFile) {
        file.quietSince = now
        file.statusAtEnd = nil
        file.isKnownSoFar = false
        file.failure = nil
        let settling = file.run.settling
        if file.waitsSince == nil, settling.hasUncommitted || !settling.held.isEmpty { file.waitsSince = now }
    }

    /// The file has been read to its present end.
    private func stop(_ file: FollowedFile) throws {
        file.statusAtEnd = file.status
        file.run.rest()
        if file.run.isCompressed, file.failure == nil {
            try end(file, isComplete: true)
            asides[file.node] = .untilChanged(file.status)
        }
        let wasCatchingUp = file.isCatchingUp
        file.isCatchingUp = false
        if wasCatchingUp || file.hasEnded { try commit() }
        if !file.hasUncommitted { file.run.releaseLock() }
    }

    /// Ends the reading of a file; it is closed with the next commit.
    ///
    /// - Parameters:
    ///   - isComplete: whether a last line without a line end counts.
    ///   - isReadAgain: whether to open it again after the commit.
    func end(_ file: FollowedFile, isComplete: Bool = false, isReadAgain: Bool = false) throws {
        guard !file.hasEnded else { return }
        _ = try guarding(file) {
            try file.run.end(isComplete: isComplete)
            file.run.settling.summary.failure = file.failure
            if isReadAgain { file.run.settling.summary.pendingBytes = 0 }
            file.isReadAgain = isReadAgain
            file.isCatchingUp = false
            file.hasEnded = true
            return true
        }
    }

    /// Does something with a file so that what is wrong with it concerns no other.
    private func guarding(_ file: FollowedFile, _ body: () throws -> Bool) throws -> Bool {
        do {
            return try body()
        } catch let error as JobError where error.kind == .data {
            refuse(file, error)
        } catch let error as IntakeError {
            try fail(file, error)
        }
        return true
    }

    /// No format fits: nothing of the file is stored.
    func refuse(_ file: FollowedFile, _ error: JobError) {
        let settling = file.run.settling
        settling.rollBack()
        settling.summary.failure = "\(file.path): \(error)"
        reports.note("\(file.path): \(error)", of: file.path)
        asides[file.node] = .refused(file.status)
        sums.add(settling.summary)
        files.removeAll { $0 === file }
    }

    private func fail(_ file: FollowedFile, _ error: IntakeError) throws {
        file.failure = "\(error). What was whole is stored."
        if case .truncated = error {
            // It is still being written, most likely; the end of the run will tell.
            try stop(file)
            return
        }
        reports.note("\(error). What was whole is stored; the file is tried again when it changes.", of: file.path)
        asides[file.node] = .untilChanged(file.status)
        try end(file)
        try commit()
    }
}
