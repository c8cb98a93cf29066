import Intake

extension Following {
    /// Looks at all names: what is new, what has another name, what has none.
    func look() throws {
        let survey = names.survey()
        reports.note(survey)
        let byNode = Dictionary(grouping: survey.found, by: \.status.node)
        for file in files { update(file, byNode[file.node] ?? []) }
        asides = asides.filter { byNode[$0.key] != nil }
        queue.removeAll { $0.earlier == nil && byNode[$0.node] == nil }
        let known = Set(files.map(\.node) + queue.map(\.node))
        for found in survey.found where !known.contains(found.status.node) {
            if let aside = asides[found.status.node], !aside.isOver(found.status) { continue }
            if byNode[found.status.node]?.first?.path == found.path {
                queue.append(Waiting(path: found.path, node: found.status.node))
            }
        }
        try letGo(of: survey)
        if month != job.keys.month, try commit() {
            month = job.keys.month
            for file in files { try end(file, isReadAgain: true) }
            try commit()
        }
    }

    private func update(_ file: FollowedFile, _ found: [FollowedNames.Found]) {
        guard let first = found.first else {
            if file.isNamed { file.quietSince = now }
            file.isNamed = false
            file.status = file.run.status ?? file.status
            return
        }
        file.isNamed = true
        file.status = first.status
        if !found.contains(where: { $0.path == file.path }) { file.path = first.path }
    }

    /// Ends the reading of files that have lost their name and to which nobody seems to write any more.
    private func letGo(of survey: FollowedNames.Survey) throws {
        for file in files where !file.isNamed && !file.hasEnded && file.isAtEnd && !file.mayHaveMore {
            let hasSuccessor = survey.found.contains { $0.path == file.path }
            let isQuiet = now - file.quietSince >= job.options.follow.graceInterval
            let isOutdated = files.contains {
                !$0.isNamed && $0.path == file.path && $0.number > file.number
            }
            if hasSuccessor && (isQuiet || isOutdated) || !file.status.isLinked && isQuiet {
                try end(file, isComplete: true)
            }
        }
        if files.contains(where: \.hasEnded) { try commit() }
    }

    /// Opens the next file, when the one before has been read to its end and everything read is on record.
    ///
    /// - Returns: whether one has been opened.
    func openNext() throws -> Bool {
        guard let next = queue.first, !files.contains(where: \.isCatchingUp), try commit(waitsForFormats: false) else {
            return false
        }
        queue.removeFirst()
        do {
            let run =
                try next.earlier?.reopened()
                ?? InputRun(
                    ByteStream(path: next.path), path: next.path, isStandardInput: false, job: job, sink: session.sink)
            // The name may have gone to another file since the look.
            guard let status = run.status, status.isRegularFile, !files.contains(where: { $0.node == status.node })
            else { return false }
            guard try takeLock(of: run) else {
                if next.earlier != nil { queue.append(next) }
                return false
            }
            run.follow()
            openings += 1
            files.append(FollowedFile(run, path: next.path, status: status, number: openings, at: now))
            if next.earlier != nil { files[files.count - 1].isRepeated = true }
            reports.clear(next.path)
            return true
        } catch IntakeError.notFound {
            return false
        } catch let error as IntakeError {
            reports.note(FollowedNames.advice(error), of: next.path)
            return false
        }
    }

    /// Keeps other runs from reading the file while lines of it are on their way.
    func takeLock(of run: InputRun) throws -> Bool {
        if try run.takeLock(waiting: false) { return true }
        reports.note("\(run.path) is being read by another process; it is tried again.", of: run.path)
        return false
    }
}
