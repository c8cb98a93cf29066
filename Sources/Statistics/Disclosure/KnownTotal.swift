/// What a reader knows of the sum of some rows.
enum KnownTotal: Equatable {
    /// The sum.
    case exact
    /// A lower bound only, since one visitor makes most of the sum.
    case bound(of: Int64)
    /// Nothing.
    case unknown
    /// Nothing, and nothing of the rows may be told either.
    case withheld
}
