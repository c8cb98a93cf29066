import Events
import Privacy
import Store

/// Destroys what holds keep: first the keys, then the files, each with a certificate; the caller holds the right to aggregate.
struct HeldDestruction {
    private let job: ExpiryJob
    /// Milliseconds since 1970.
    private let time: Int64
    private(set) var certified: [ExpirySummary.Certified] = []
    private(set) var remarks: [String] = []

    private var catalog: Catalog { job.store.catalog }

    init(_ job: ExpiryJob, at time: Int64) {
        self.job = job
        self.time = time
    }

    /// What the certificates will say that cannot be found out later.
    mutating func reports(of days: [HeldDay]) throws -> [HeldDay: String] {
        let (officers, remark) = try DestructionReport.officers(in: job.directory)
        if let remark { remarks.append(remark) }
        let digest = Certificate.hexadecimal(try job.directory.digest())
        var reports: [HeldDay: String] = [:]
        for held in days {
            reports[held] =
                DestructionReport(
                    term: term(of: held), lastKept: lastKept(held),
                    pair: try DestructionReport.pair(held.pair, in: job.directory), keyDirectory: digest,
                    officers: officers
                ).encoded
        }
        return reports
    }

    /// Destroys marked days in a rotation of their own.
    mutating func destroy(_ marked: [HoldDay]) throws {
        try begin(marked.map(\.held))
        let rotated = try job.rotate(destroying: Set(marked.map(\.held.pair)))
        remarks += rotated.remarks
        try finish(marked, rotated)
    }

    /// Puts on record that the destruction begins.
    func begin(_ days: [HeldDay]) throws {
        for (number, days) in Dictionary(grouping: days, by: \.hold).sorted(by: { $0.key < $1.key }) {
            try job.environment.audit(job.directory).append(
                .destroy,
                [
                    .outcome(.begun), .retention(days[0].kind), .count(.number, number), .count(.days, days.count),
                ])
        }
    }

    /// What is left to do once the keys are gone.
    mutating func finish(_ marked: [HoldDay], _ rotated: ExpiryJob.Rotated) throws {
        for day in marked { try finish(day, rotated) }
    }

    private mutating func finish(_ marked: HoldDay, _ rotated: ExpiryJob.Rotated) throws {
        let held = marked.held
        try job.store.removeSealedFiles(to: held.pair)
        let report =
            marked.report.flatMap { DestructionReport($0) }
            ?? DestructionReport(
                term: term(of: held), lastKept: lastKept(held), pair: nil, keyDirectory: rotated.keyDirectory,
                officers: [])
        let isReleased = try catalog.hold(held.hold)?.state == .released && held.kind != .requests
        let certificate = report.certificate(
            held.kind, of: held.day, hold: Certificate.Hold(number: held.hold, released: isReleased), destroyed: time,
            store: try catalog.value(of: .storeName), files: try catalog.sealedFiles(to: held.pair),
            keyNow: rotated.keyNow, keyDirectory: rotated.keyDirectory)
        let record = try job.write(certificate)
        certified.append(ExpirySummary.Certified(certificate, name: record.name))
        try catalog.recordDestruction(
            of: held, at: time, on: job.calendar.day(of: time / 1000), certificate: record)
    }

    private func term(of held: HeldDay) -> RetentionTerm? {
        held.kind == .order ? nil : job.retention[held.kind]
    }

    private func lastKept(_ held: HeldDay) -> Day {
        (held.kind == .order ? held.until : job.retention[held.kind].lastDay(for: held.day)) ?? held.day
    }
}
