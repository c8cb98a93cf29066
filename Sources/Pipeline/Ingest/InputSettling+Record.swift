import Privacy
import Store

extension InputSettling {
    /// What a commit puts on record of the input at its present position.
    ///
    /// Lines that wait for their format to be found out are parsed now.
    func record() throws -> InputUpdate {
        try reader.decide(tally: &summary.tally)
        let contents = try endsAsKnown ? identity.settledUpdates() : identity.updates(isWithinLine: isWithinLine)
        let key = try keys.current(scope: scope)
        summary.formats = reader.formatNames
        summary.detection = reader.detection
        return InputUpdate(
            contents: contents,
            source: SourceMemory(
                name: summary.source, key: ContentKeyName(month: key.month.description, scope: scope),
                tail: tail.tags(key), format: reader.formatName),
            revision: identity.revision)
    }

    /// Takes note that the last record has been committed.
    func recorded(_ places: [ContentPlace], revision: Int64) {
        identity.recorded(places, revision: revision)
    }
}
