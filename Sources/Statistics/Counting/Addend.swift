/// What is summed up per row; each measure is one of these, or the difference of two.
enum Addend: Int, CaseIterable {
    case zero, rows, requests, events, pageViews, visits, exits, bounces, bytes, timedHits, requestTime, visitTime,
        viewingTime, otherSuccesses

    /// A difference of two.
    struct Pair {
        let plus: Addend
        let minus: Addend

        var all: [Addend] { [plus, minus] }
    }

    /// The trait of the rows that count one each; nil for what is not counted but summed.
    var trait: RowTraits? {
        switch self {
        case .requests: .request
        case .events: .event
        case .pageViews: .view
        case .visits: .firstView
        case .exits: .lastView
        case .bounces: .bounce
        case .timedHits: .timed
        case .otherSuccesses: .otherSuccess
        case .zero, .rows, .bytes, .requestTime, .visitTime, .viewingTime: nil
        }
    }
}

extension Measure {
    /// What the measure is the sum of, and what is taken from it.
    func addends(in scope: Scope) -> Addend.Pair {
        // Robots make requests, though none by people.
        let requests = scope == .records ? Addend.requests : .rows
        let (plus, minus): (Addend, Addend) =
            switch self {
            case .hits: (requests, .zero)
            case .events: (scope == .records ? .events : .rows, .zero)
            case .records, .people: (.rows, .zero)
            case .bytes: (.bytes, .zero)
            case .pageViews: (.pageViews, .zero)
            case .otherHits: (requests, .pageViews)
            case .visits: (.visits, .zero)
            case .laterViews: (.pageViews, .visits)
            case .furtherHits: (requests, .visits)
            case .exits: (.exits, .zero)
            case .earlierViews: (.pageViews, .exits)
            case .bounces: (.bounces, .zero)
            case .longerVisits: (.visits, .bounces)
            case .visitTime: (.visitTime, .zero)
            case .viewingTime: (.viewingTime, .zero)
            case .timedHits: (.timedHits, .zero)
            case .untimedHits: (requests, .timedHits)
            case .requestTime: (.requestTime, .zero)
            case .otherSuccesses: (.otherSuccesses, .zero)
            }
        return Addend.Pair(plus: plus, minus: minus)
    }
}
