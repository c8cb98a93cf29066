import Intake
import Privacy
import Store

extension InputSettling {
    /// What a commit puts on record of the input at its present position.
    ///
    /// Lines that wait for their format to be found out are parsed now.
    func record() throws -> InputUpdate {
        try decideFormat()
        let contents = try endsAsKnown ? identity.settledUpdates() : identity.updates(isWithinLine: isWithinLine)
        let key = try keys.current(scope: scope)
        if summary.tally.read > 0 {
            summary.formats = reader.formatNames
            summary.detection = reader.detection
        }
        return InputUpdate(
            contents: contents,
            source: SourceMemory(
                name: summary.source, key: ContentKeyName(month: key.month.description, scope: scope),
                tail: tail.tags(key), format: reader.formatName),
            revision: identity.revision, file: newDays)
    }

    /// Chooses the format of the lines that wait for it, and parses them.
    ///
    /// - Throws: ``JobError`` (data) if none fits; nothing of the input is among the rows then.
    func decideFormat() throws {
        try reader.decide(tally: &summary.tally)
    }

    /// Forgets the counts of what has not been committed.
    func rollBack() {
        summary = committed
        hasUncommitted = false
    }

    /// Takes note that the last record has been committed.
    func recorded(_ places: [ContentPlace], revision: Int64) {
        identity.recorded(places, revision: revision)
        recordedDaysOfLines()
        settled()
    }

    /// Takes note that all counts are final.
    func settled() {
        hasUncommitted = false
        committed = summary
    }
}
