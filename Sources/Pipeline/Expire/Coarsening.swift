import Events

/// Takes from the rows of a closed epoch what tells people apart: times become hours, visitors last for a visit.
///
/// What stays is what statistics by the hour need. `visit` and `seq` stay, texts are left as closing made them, and a row that
/// had no visitor has none. An address, cut short or not, goes as the network does: an unusual one is as good as a name.
struct Coarsening {
    private static let resolution = ByteDictionary(["hour"])

    private let day: LocalDay
    private var random = BufferedRandom()
    private var lastVisit: Int64?
    private var lastVisitor = Pseudonym(high: 0, low: 0)

    init(day: LocalDay) {
        self.day = day
    }

    /// The beginning of the local hour of an instant; what lies outside of the day is put within it.
    static func hour(of time: Int64, in day: LocalDay) -> Int64 {
        day.hourStart(of: min(max(time, day.range.lowerBound), day.range.upperBound - 1))
    }

    /// The same rows, coarse, in the same order.
    ///
    /// Expects rows as closing writes them: those of a visit stand together.
    mutating func coarsened(_ batch: EventBatch) -> EventBatch {
        var coarse = batch
        coarse.time = batch.time.map { Coarsening.hour(of: $0, in: day) }
        coarse.tie = []
        coarse[.resolution] = TextColumn(
            dictionary: Coarsening.resolution, indices: [UInt32](repeating: 0, count: batch.rowCount))
        coarse[.visitor] = visitors(of: batch)
        coarse[.device] = PseudonymColumn()
        coarse[.network] = PseudonymColumn()
        coarse[.address] = TextColumn()
        for field in [EventField.Number.bytes, .duration] {
            coarse[field].values = batch[field].values.map { $0 == NumberColumn.absent ? $0 : LogBin.lowest(of: $0) }
        }
        return coarse
    }

    /// A random visitor for each visit; rows without a number of their visit have each one of their own.
    private mutating func visitors(of batch: EventBatch) -> PseudonymColumn {
        let known = batch[.visitor].indices
        guard !known.isEmpty else { return PseudonymColumn() }
        var visitors = PseudonymInterner()
        var indices = [UInt32](repeating: absentIndex, count: batch.rowCount)
        for row in 0..<batch.rowCount {
            let visit = batch.visit.isEmpty ? nil : batch.visit[row]
            if visit == nil || visit != lastVisit {
                lastVisit = visit
                lastVisitor = Pseudonym(high: random.next(), low: random.next())
            }
            if known[row] != absentIndex { indices[row] = visitors.intern(lastVisitor) }
        }
        return PseudonymColumn(dictionary: visitors.dictionary, indices: indices)
    }
}
