import Privacy

/// Tells lines that are kept in several places from lines that came several times: of each line as many are new as the place
/// that keeps most of them has.
struct LineCopies {
    /// How many of a line have been new, and how many of it the place has had that is being read.
    private struct Count {
        var all = 0
        var place = 0
        var number = 0
    }

    private var counts: [[UInt8]: Count] = [:]
    private var number = 0

    /// Goes on with a place, whose files come one behind the other.
    mutating func begin(_ place: Int) {
        number = place
    }

    /// Whether there has been no other place that has given this line as often.
    mutating func isNew(_ line: ArraySlice<UInt8>, of source: String) -> Bool {
        // The name ends where a byte stands that none has.
        let key = Array(SHA256Digest.digest(Array(source.utf8) + [0] + line).prefix(16))
        var count = counts[key] ?? Count()
        if count.number != number { (count.number, count.place) = (number, 0) }
        count.place += 1
        defer { counts[key] = count }
        guard count.place > count.all else { return false }
        count.all += 1
        return true
    }
}
