/// The head of one value of an MMDB file's data.
struct MMDBValue {
    /// The kinds that are told apart; of numbers only the unsigned ones are read.
    enum Kind {
        case string
        case unsigned
        /// Pairs of a key and a value follow.
        case map
        /// Values follow.
        case array
        case other
    }

    let kind: Kind
    /// Bytes of what is written out, pairs of a map, elements of an array: what the head claims.
    let count: Int
    /// Where the bytes, pairs or elements begin.
    let start: Int
    /// What follows the head, or the pointer that led to it: the next value, or the first member of a map or array that
    /// stands here itself.
    let next: Int
    /// How many members begin at ``next``, two for each pair; none behind a pointer.
    let membersHere: Int

    /// Where the bytes of a string or a number lie.
    var range: Range<Int> { start..<(start + count) }
}
