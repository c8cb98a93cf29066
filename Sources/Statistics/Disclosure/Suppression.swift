/// Decides which rows of one table are hidden, so that neither a row nor the hidden ones together tell of too few
/// people.
struct Suppression {
    let threshold: Threshold
    /// The measure whose total is known.
    let leading: Measure
    /// Further printed measures, and differences that a reader can compute.
    let others: [Measure]

    init(_ definition: Definition, threshold: Threshold) {
        self.threshold = threshold
        leading = definition.measures[0]
        others = Array(definition.measures.dropFirst()) + definition.guards
    }

    /// For each candidate, whether it is hidden.
    ///
    /// Rows that fail alone are hidden first. As the total is known, the hidden rows together are known too: they
    /// have to be at least two that are not zero and stand on enough people; until they do, the smallest visible row
    /// joins them. If none is left to join, what is hidden is the total, which was tested before.
    func hidden(_ candidates: [Candidate]) -> [Bool] {
        var hidden = candidates.map { $0.mustHide || !isShowable($0) }
        // Rows with nothing in the leading measure are not listed. A reader cannot tell whether they are among the
        // hidden ones, so the differences have to hold with them and without them.
        let listed = candidates.map { $0.sum(leading) > 0 }
        guard zip(hidden, listed).contains(where: { $0 && $1 }) else { return hidden }

        let measures = [leading] + others
        var evidence = measures.map { _ in Evidence(threshold: threshold) }
        var evidenceWithUnlisted = evidence
        var count = 0
        func hide(_ index: Int) {
            for (position, measure) in measures.enumerated() {
                evidenceWithUnlisted[position].add(candidates[index].cell, measure)
                if listed[index] { evidence[position].add(candidates[index].cell, measure) }
            }
            if listed[index] { count += 1 }
        }
        for index in candidates.indices where hidden[index] { hide(index) }

        let joining = candidates.indices.filter { !hidden[$0] }
            .sorted { left, right in
                let sums = (candidates[left].sum(leading), candidates[right].sum(leading))
                return sums.0 != sums.1 ? sums.0 < sums.1 : candidates[left].label < candidates[right].label
            }
        for index in joining {
            if count >= 2, evidence.allSatisfy(\.isHarmless),
                evidenceWithUnlisted.allSatisfy(\.isHarmless)
            {
                break
            }
            hidden[index] = true
            hide(index)
        }
        return hidden
    }

    /// Whether every number of the row, alone, stands on enough people, and every difference on enough or on nobody.
    func isShowable(_ candidate: Candidate) -> Bool {
        candidate.passes(leading) && others.allSatisfy { candidate.isHarmless($0) }
    }
}
