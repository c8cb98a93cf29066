import Events
import Privacy
import Store

extension ExpiryRun {
    /// Marks the days whose lines go, with what their certificates have to say that nobody could find out later.
    mutating func mark(_ plan: ExpiryPlan) throws {
        let marked = Set(try catalog.markedDays(isFinished: false).map(\.day))
        var days: Set<Day> = []
        for case .destroy(let due) in plan.steps { days.formUnion(due) }
        days.subtract(marked)
        try markHeld(plan)
        try markRequests(plan)
        guard !days.isEmpty else { return }
        let (officers, remark) = try DestructionReport.officers(in: directory)
        if let remark { summary.remarks.append(remark) }
        let digest = Certificate.hexadecimal(try directory.digest())
        var reports: [Day: String] = [:]
        for day in days {
            let kind = try termClass(of: day)
            reports[day] =
                DestructionReport(
                    term: job.retention[kind], basis: kind == .raw ? job.retention.basis : nil,
                    lastKept: job.retention[kind].lastDay(for: day) ?? day,
                    pair: try DestructionReport.pair(of: day, in: directory), keyDirectory: digest, officers: officers
                ).encoded
        }
        try catalog.mark(reports, at: time.now)
    }

    /// Destroys the keys of marked days, removes their files, certifies it, and puts that on record.
    mutating func destroy(_ days: [Day]) throws {
        guard let first = days.first, let last = days.last else { return }
        try log.append(
            .destroy,
            [
                .outcome(.begun), .retention(.raw), .count(.days, days.count), .day(.from, first), .day(.to, last),
            ])
        let rotated = try rotate()
        let marked = try catalog.markedDays(isFinished: false).filter { days.contains($0.day) }
        for marked in marked { try finish(marked, rotated) }
    }

    /// What is left to do for a marked day whose key is gone.
    private mutating func finish(_ marked: MarkedDay, _ rotated: ExpiryJob.Rotated) throws {
        let day = marked.day
        try store.removeSealedFiles(RetentionClass.dayLines, of: day)
        let files = try RetentionClass.dayLines.flatMap { try catalog.sealedFiles($0, of: day) }
        let report =
            DestructionReport(marked.report)
            ?? DestructionReport(
                term: job.retention[.raw], basis: job.retention.basis,
                lastKept: job.retention[.raw].lastDay(for: day) ?? day, pair: nil,
                keyDirectory: rotated.keyDirectory, officers: [])
        let certificate = report.certificate(
            of: day, destroyed: time.now, store: try catalog.value(of: .storeName), files: files,
            keyNow: rotated.keyNow, keyDirectory: rotated.keyDirectory,
            replaced: try catalog.removedPartitions().filter { $0.day == day }.flatMap(\.files),
            inputsLeft: try inputs.paths(of: day))
        let record = try write(certificate)
        try catalog.recordDestruction(of: day, at: time.now, certificate: record)
    }

    /// Removes the rejects of a day whose lines stay: a deletion.
    mutating func removeRejects(of day: Day) throws {
        try store.removeSealedFiles([.rejects], of: day)
        let files = try catalog.sealedFiles(.rejects, of: day)
        let term = job.retention[.rejects]
        let certificate = Certificate(
            kind: .rejects, day: day, term: term, lastKept: term.lastDay(for: day) ?? day, destroyed: time.now,
            method: .deletion, store: try catalog.value(of: .storeName), files: files.map(Certificate.File.init))
        try catalog.recordRemoval(of: .rejects, day, certificate: try write(certificate))
    }

    /// Writes a certificate and puts that into the audit log.
    mutating func write(_ certificate: Certificate) throws -> CertificateRecord {
        let record = try job.write(certificate)
        summary.certificates.append(ExpirySummary.Certified(certificate, name: record.name))
        return record
    }

    /// By which term a day goes: that of its lines, or where lines are not kept, that of its rejects.
    private func termClass(of day: Day) throws -> RetentionClass {
        guard job.retention[.raw] == .none else { return .raw }
        return try catalog.sealedFiles(.raw, of: day).isEmpty ? .rejects : .raw
    }
}
