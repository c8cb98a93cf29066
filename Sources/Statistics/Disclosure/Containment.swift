/// Which measures contain which, and what the difference is.
///
/// A reader who knows a number and one that is part of it knows the rest; so the rest is a number too.
struct Containment {
    /// The measure that the other one is part of.
    let container: Measure
    /// What is left of it.
    let difference: Measure

    /// What contains `measure`, the nearest first.
    static func containers(of measure: Measure) -> [Containment] {
        switch measure {
        case .pageViews: [.init(container: .hits, difference: .otherHits)]
        case .visits:
            [
                .init(container: .pageViews, difference: .laterViews),
                .init(container: .hits, difference: .furtherHits),
            ]
        case .exits: [.init(container: .pageViews, difference: .earlierViews)]
        case .earlierViews: [.init(container: .pageViews, difference: .exits)]
        case .bounces: [.init(container: .visits, difference: .longerVisits)]
        case .timedHits:
            [
                .init(container: .pageViews, difference: .untimedHits),
                .init(container: .hits, difference: .untimedHits),
            ]
        default: []
        }
    }
}

extension Definition {
    /// The guards that have to hold where `measure` is told.
    ///
    /// Guards that belong to no printed measure belong to the leading one.
    func guards(of measure: Measure) -> [Measure] {
        guards.filter { difference in
            let owners = measures.filter { owner in
                Containment.containers(of: owner).contains { $0.difference == difference }
            }
            return owners.isEmpty ? measure == leading : owners.contains(measure)
        }
    }

    /// The place of the measure of this table that contains `measure`, nil if none does.
    func container(of measure: Measure) -> Int? {
        Containment.containers(of: measure).lazy.compactMap { measures.firstIndex(of: $0.container) }.first
    }
}
