/// What became of the lines of a run.
struct Counts: Equatable {
    var accepted = 0
    var duplicate = 0
    var filtered = 0
    var rejected = 0
    /// Bytes of last lines that are not complete.
    var pending = 0

    var read: Int { accepted + duplicate + filtered + rejected }
}
