internal import Events

/// What a rule made of the values of one batch.
struct RuleOutcomes<Outcome> {
    /// Of the distinct parts of the values, in order of appearance.
    let outcomes: [Outcome]
    /// From a value to its outcome, if it has the part.
    let map: IndexMap
    /// The texts whose numbers outcomes hold, and those of other batches.
    let texts: ByteDictionary

    /// One text of each value, ``absentIndex`` for none.
    func column(_ text: (Outcome) -> UInt32) -> MappedColumn {
        MappedColumn(outcomes.map(text), of: texts).following(map)
    }
}
