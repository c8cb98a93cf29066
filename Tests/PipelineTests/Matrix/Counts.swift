import Intake

@testable import Pipeline

/// What became of lines, as a summary says it.
struct Counts: Equatable {
    var accepted = 0
    var filtered = 0
    var rejected = 0
    var duplicate = 0
    var pendingBytes = 0

    var read: Int { accepted + filtered + rejected + duplicate }
}

extension Counts {
    init(_ summary: IngestSummary) {
        accepted = summary.tally.accepted
        filtered = summary.tally.filtered
        rejected = summary.tally.rejected
        duplicate = summary.duplicate
        pendingBytes = summary.inputs.reduce(0) { $0 + $1.pendingBytes }
    }

    static func + (first: Counts, second: Counts) -> Counts {
        Counts(
            accepted: first.accepted + second.accepted, filtered: first.filtered + second.filtered,
            rejected: first.rejected + second.rejected, duplicate: first.duplicate + second.duplicate,
            pendingBytes: first.pendingBytes + second.pendingBytes)
    }
}

extension LogText {
    /// What becomes of the text's lines if they are new.
    var counts: Counts {
        var counts = Counts()
        for line in lines {
            switch line.fate {
            case .accepted: counts.accepted += 1
            case .filtered: counts.filtered += 1
            case .rejected: counts.rejected += 1
            }
        }
        return counts
    }
}
