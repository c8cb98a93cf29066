internal import Events

/// What may be stored of the parameters of a query, as numbers of texts.
struct QueryTexts: Sendable {
    private var numbers = InlineArray<4, UInt32>(repeating: absentIndex)

    /// The text of a parameter, ``absentIndex`` if the query has none.
    subscript(parameter: QueryParameter) -> UInt32 {
        get { numbers[parameter.rawValue] }
        set { numbers[parameter.rawValue] = newValue }
    }
}
