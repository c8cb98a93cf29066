/// What may be stored of one parameter of a query.
struct QueryWord: Sendable {
    let parameter: QueryParameter
    let text: [UInt8]
}
