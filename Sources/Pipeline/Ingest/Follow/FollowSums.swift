import Intake

/// The sums of all files that were followed, by name less what rotation adds to it, so that they stay few.
struct FollowSums {
    private var sums: [String: IngestSummary.Input] = [:]
    private var order: [String] = []

    /// In the order in which the names were first seen.
    var inputs: [IngestSummary.Input] { order.compactMap { sums[$0] } }

    mutating func add(_ input: IngestSummary.Input) {
        let name = SourceName.name(ofPath: input.path)
        guard var sum = sums[name] else {
            order.append(name)
            sums[name] = input
            return
        }
        sum.tally.merge(input.tally)
        sum.duplicate += input.duplicate
        sum.bytes += input.bytes
        sum.pendingBytes += input.pendingBytes
        sum.failure = input.failure
        if !input.formats.isEmpty {
            sum.formats = input.formats
            sum.detection = input.detection
        }
        sums[name] = sum
    }
}
