/// What becomes of the rows of a batch when the events of their epoch are made anew.
struct LineFates {
    /// What they were to the events as those are on record.
    let before: [LineFate]
    /// What they will be.
    let now: [LineFate]

    init(before: [LineFate], now: [LineFate]) {
        precondition(before.count == now.count, "every row has both")
        self.before = before
        self.now = now
    }

    /// Of rows of which none comes back.
    init(_ fates: [LineFate]) {
        self.init(before: fates, now: fates)
    }
}
