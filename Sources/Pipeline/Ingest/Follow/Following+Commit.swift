import Intake

extension Following {
    /// Commits if lines have waited long enough, and settles what has been in doubt for as long.
    func commitIfDue() throws {
        var isDue = false
        for file in files where !file.hasEnded {
            guard let since = file.waitsSince else { continue }
            let settling = file.run.settling
            let isOverdue = now - since >= job.settings.commitInterval
            if settling.hasUncommitted {
                isDue =
                    isDue || isOverdue || settling.identity.isHeavy || session.isOutdated
                    || settling.reader.isWaiting && now >= settling.reader.decisionTime(startedAt: since)
            } else if isOverdue, file.isAtEnd, settling.isUndecided, !file.isKnownSoFar {
                file.isKnownSoFar = try settling.identity.endIsKnown()
                if !file.isKnownSoFar { try end(file, isReadAgain: true) }
            }
        }
        if isDue || files.contains(where: \.hasEnded) { try commit() }
    }

    /// Makes everything read so far true at once.
    ///
    /// Lines whose format is still to be found out may wait; there are no rows of them.
    ///
    /// - Parameter waitsForFormats: false to find formats out now, so that no line is left that is not on record.
    /// - Returns: false if a file is in doubt of which there are rows, and more of it is there to be read.
    @discardableResult
    func commit(waitsForFormats: Bool = true) throws -> Bool {
        func waits(_ file: FollowedFile) -> Bool { waitsForFormats && waitsForFormat(file) }
        for file in files where !file.hasEnded && file.hasUncommitted && file.run.settling.isUndecided {
            guard file.isAtEnd else { return false }
            try end(file, isReadAgain: true)
        }
        for file in files where !file.hasEnded && file.hasUncommitted && !waits(file) {
            do {
                try file.run.settling.decideFormat()
            } catch let error as JobError where error.kind == .data {
                refuse(file, error)
            }
        }
        let members = files.filter { $0.hasEnded || $0.hasUncommitted && !waits($0) }
        guard !members.isEmpty else { return true }
        try session.commit(members.map(\.run))
        for file in members {
            file.waitsSince = nil
            file.run.releaseLock()
        }
        for file in members where file.hasEnded { close(file) }
        return true
    }

    private func waitsForFormat(_ file: FollowedFile) -> Bool {
        let reader = file.run.settling.reader
        guard !file.hasEnded, !file.isRepeated, reader.isWaiting, let since = file.waitsSince else { return false }
        return now < reader.decisionTime(startedAt: since)
    }

    private func close(_ file: FollowedFile) {
        files.removeAll { $0 === file }
        sums.add(file.run.settling.summary)
        if file.isReadAgain { queue.append(Waiting(path: file.path, node: file.node, earlier: file.run)) }
    }

    /// Discards everything that is not on record; the files that it came from are read again, one after the other.
    func startOver() throws {
        try session.sink.discard()
        for file in files where file.hasUncommitted || file.hasEnded {
            file.run.settling.rollBack()
            file.run.releaseLock()
            file.isReadAgain = true
            close(file)
        }
    }

    /// Commits what has been read, and lets all files go.
    func finish() throws {
        for file in files { try end(file, isComplete: file.isAtEnd && file.failure == nil) }
        for file in files { file.isReadAgain = false }
        do {
            try commit()
        } catch  where Following.isConflict(error) {
            try startOver()
            reports.note("The last lines were not stored, the next run will: \(error)", of: "")
        }
    }
}
