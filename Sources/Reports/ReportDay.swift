public import Releases

/// One closed day, with the supplements of lines that came later.
public struct ReportDay: Sendable {
    public let release: ReleasedEpoch
    /// In order of their numbers.
    public let supplements: [ReleasedEpoch]

    init(_ release: ReleasedEpoch, supplements: [ReleasedEpoch]) {
        self.release = release
        self.supplements = supplements
    }

    public var date: ReleasedDate { release.date }

    /// Whether anything of the day could be shown.
    var isShown: Bool { !release.tables.isEmpty }

    /// Distinct people of the day itself; those of supplements are told apart, since they may be the same people.
    var visitors: Int64? { release.total("visitors") }

    /// A total that adds up, with what supplements released of it; nil if the day itself does not tell it.
    func count(_ name: String) -> Int64? {
        guard let own = release.total(name) else { return nil }
        return supplements.reduce(own) { sum, supplement in
            let (total, overflow) = sum.addingReportingOverflow(supplement.total(name) ?? 0)
            return overflow ? .max : total
        }
    }

    /// A ratio of the day itself.
    func ratio(_ name: String) -> Ratio? {
        guard case .ratio(let numerator, let denominator) = release.totalValue(name) else { return nil }
        return Ratio(numerator: numerator, denominator: denominator)
    }
}

extension ReleasedEpoch {
    /// The number in column `name` of the totals, if it is told.
    func total(_ name: String) -> Int64? {
        guard case .number(let number) = totalValue(name) else { return nil }
        return number
    }

    fileprivate func totalValue(_ name: String) -> PublishedTable.Value? {
        guard let totals = table(Vocabulary.totals), let column = totals.column(name) else { return nil }
        return totals.rows.first?.values[column]
    }
}
