import Events
import Privacy
import Store

extension ExpiryRun {
    /// Marks requests whose term is over.
    mutating func markRequests(_ plan: ExpiryPlan) throws {
        var due: [EndedRequest] = []
        for case .destroyRequests(let requests) in plan.steps { due += requests }
        guard !due.isEmpty else { return }
        var destruction = RequestDestruction(job, at: time.now)
        try catalog.mark(destruction.reports(of: due))
        summary.remarks += destruction.remarks
    }

    /// Destroys requests whose term is over, with all else that is due, in one rotation.
    mutating func destroy(_ requests: [EndedRequest]) throws {
        var destruction = RequestDestruction(job, at: time.now)
        try destruction.begin(requests)
        let rotated = try rotate()
        try destruction.finish(try catalog.markedRequests().filter { requests.contains($0.request) }, rotated)
        summary.certificates += destruction.certified
    }

    /// Pairs that a crash has left of requests that never came on record; the caller holds the right to open requests.
    func leftRequestPairs() throws -> Set<PairName> {
        let numbers = Set(try catalog.requests().map(\.number))
        return Set(
            try directory.pairList().filter { name in
                if case .request(let number) = name { !numbers.contains(number) } else { false }
            })
    }
}
