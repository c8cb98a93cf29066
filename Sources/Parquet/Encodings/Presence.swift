/// Which rows of a page have a value.
enum Presence: Equatable {
    case all
    case none
    /// A flag per row, true where there is a value, and the number of true flags.
    case some([Bool], count: Int)
}
