import Events
import Privacy
import Store

/// Destroys what is sealed of requests whose term is over, and what is on record of them, each with a certificate.
struct RequestDestruction {
    private let job: ExpiryJob
    /// Milliseconds since 1970.
    private let time: Int64
    private(set) var certified: [ExpirySummary.Certified] = []
    private(set) var remarks: [String] = []

    init(_ job: ExpiryJob, at time: Int64) {
        self.job = job
        self.time = time
    }

    /// What the certificates will say that cannot be found out later.
    mutating func reports(of requests: [EndedRequest]) throws -> [EndedRequest: String] {
        let (officers, remark) = try DestructionReport.officers(in: job.directory)
        if let remark { remarks.append(remark) }
        let digest = Certificate.hexadecimal(try job.directory.digest())
        var reports: [EndedRequest: String] = [:]
        for request in requests {
            reports[request] =
                DestructionReport(
                    term: term, lastKept: lastKept(request),
                    pair: try DestructionReport.pair(request.pair, in: job.directory), keyDirectory: digest,
                    officers: officers
                ).encoded
        }
        return reports
    }

    /// Puts on record that the destruction begins.
    func begin(_ requests: [EndedRequest]) throws {
        for request in requests {
            try job.environment.audit(job.directory).append(
                .destroy, [.outcome(.begun), .retention(.requests), .count(.number, request.number)])
        }
    }

    /// What is left to do once the keys are gone.
    mutating func finish(
        _ marked: [(request: EndedRequest, report: String)], _ rotated: ExpiryJob.Rotated
    ) throws {
        for (request, report) in marked { try finish(request, report, rotated) }
    }

    private mutating func finish(
        _ request: EndedRequest, _ report: String, _ rotated: ExpiryJob.Rotated
    ) throws {
        try job.store.removeSealedFiles(to: request.pair)
        let report =
            DestructionReport(report)
            ?? DestructionReport(
                term: term, lastKept: lastKept(request), pair: nil, keyDirectory: rotated.keyDirectory, officers: [])
        let certificate = report.certificate(
            .requests, of: request.day, request: request.number, destroyed: time,
            store: try job.store.catalog.value(of: .storeName),
            files: try job.store.catalog.sealedFiles(to: request.pair), keyNow: rotated.keyNow,
            keyDirectory: rotated.keyDirectory)
        let record = try job.write(certificate)
        certified.append(ExpirySummary.Certified(certificate, name: record.name))
        try job.store.catalog.forget(request, certificate: record)
    }

    private var term: RetentionTerm { job.retention[.requests] }

    private func lastKept(_ request: EndedRequest) -> Day { term.lastDay(for: request.day) ?? request.day }
}
