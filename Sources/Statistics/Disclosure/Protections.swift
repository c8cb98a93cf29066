/// The single protections of disclosure control, so that tests can show what each of them is there for.
///
/// The product always uses all of them; only code of this module, and tests of it, can name another set.
struct Protections: OptionSet, Sendable {
    let rawValue: UInt32

    /// k visitors behind every number.
    static let visitors = Protections(rawValue: 1 << 0)
    /// Enough networks behind every number.
    static let networks = Protections(rawValue: 1 << 1)
    /// What is hidden together stands on the union of the people behind it, not on their sum.
    static let unions = Protections(rawValue: 1 << 2)
    /// What is hidden of a known sum is at least two rows, and stands on enough people.
    static let complements = Protections(rawValue: 1 << 3)
    /// Differences between a number and one that contains it stand on enough people.
    static let differences = Protections(rawValue: 1 << 4)
    /// Rows under a hidden row are hidden.
    static let nesting = Protections(rawValue: 1 << 5)
    /// What one visitor makes most of is not told exactly.
    static let dominance = Protections(rawValue: 1 << 6)
    /// What is hidden can be many numbers, whatever else is told.
    static let intervals = Protections(rawValue: 1 << 7)
    /// The texts of rare values are never rows.
    static let rareTexts = Protections(rawValue: 1 << 8)
    /// What pages pass on to each other adds up, so what is hidden of it is guarded page by page.
    static let flows = Protections(rawValue: 1 << 9)
    /// Quantiles stand on enough people on both sides.
    static let quantiles = Protections(rawValue: 1 << 10)
    /// Visitors are not told where few people are not among them.
    static let absentees = Protections(rawValue: 1 << 11)
    /// Rows are in the order of what is told of them.
    static let order = Protections(rawValue: 1 << 12)

    /// What single visitors' parts are moved to stands on enough people, like any row.
    static let heavyUse = Protections(rawValue: 1 << 13)
    /// What a part was moved out of counts as hidden in every other table.
    static let moves = Protections(rawValue: 1 << 14)
    /// Bounds tell their numbers no better than to about a half, also to those who know how they are made.
    static let bounds = Protections(rawValue: 1 << 15)
    /// What bytes and times sum up to is as well known as what is counted.
    static let sums = Protections(rawValue: 1 << 16)

    static let all = Protections(rawValue: (1 << 17) - 1)
}
