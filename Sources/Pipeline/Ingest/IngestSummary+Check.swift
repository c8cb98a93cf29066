import Intake

extension IngestSummary {
    /// Lines after which the share of bad ones is judged.
    private static let judgedLines = 1000

    /// Judges the summary as a whole.
    ///
    /// - Parameter isFollowing: whether files were followed; then bad lines and files were told of when they were met, and are no
    ///   failure of the run.
    /// - Throws: ``JobError`` (data) if the sums do not balance, too many lines are bad, or an input could not be
    ///   read to its end.
    public func check(maximumRejectRate percent: Double, isFollowing: Bool = false) throws {
        let tally = tally
        guard rowsByDay.values.reduce(0, +) == tally.accepted else {
            throw JobError(
                .data,
                "The sums of this run do not balance; this is a fault of Footfall. What is stored is what the summary says."
            )
        }
        guard !isFollowing else { return }
        let failures = inputs.compactMap(\.failure)
        guard failures.isEmpty else { throw JobError(.data, failures.joined(separator: "\nfootfall: ")) }
        let share = Double(tally.rejected) * 100
        guard tally.read < IngestSummary.judgedLines || share <= percent * Double(tally.read) else {
            throw JobError(
                .data,
                "\(tally.rejected) of \(tally.read) lines could not be read; the good ones are stored. Look at the reasons above, or name the format with --format."
            )
        }
    }
}
