import Intake

extension IngestSummary {
    /// Lines after which the share of bad ones is judged.
    private static let judgedLines = 1000

    /// Judges the summary as a whole.
    ///
    /// - Throws: ``JobError`` (data) if the sums do not balance, too many lines are bad, or an input could not be
    ///   read to its end.
    public func check(maximumRejectRate percent: Double) throws {
        let tally = tally
        guard read == tally.accepted + tally.filtered + tally.rejected + duplicate,
            rowsByDay.values.reduce(0, +) == tally.accepted
        else {
            throw JobError(
                .internalFault,
                "The sums of this run do not balance; this is a fault of Footfall. What is stored is what the summary says."
            )
        }
        if let input = inputs.first(where: { $0.failure != nil }) {
            throw JobError(
                .data,
                "\(input.path) could not be read to its end. Repair or replace it and run the command again: what is stored is not counted twice."
            )
        }
        let share = Double(tally.rejected) * 100
        guard tally.read < IngestSummary.judgedLines || share <= percent * Double(tally.read) else {
            throw JobError(
                .data,
                "\(tally.rejected) of \(tally.read) lines could not be read; the good ones are stored. Look at the reasons above, or name the format with --format."
            )
        }
    }
}
