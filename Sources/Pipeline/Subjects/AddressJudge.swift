import Events
import Intake
import Privacy

/// Judges from all lines of a day whether an address was one person's there.
///
/// Somebody else is whoever has a strong identifier that was not listed, unless one that was stands before it in the order in
/// which visitors are told apart: an account's line is the account's, whatever cookie it bears. Where it is proved that nobody
/// else uses the address, somebody else was seen if there are two accounts, two cookies, two devices or two hardware addresses.
struct AddressJudge {
    /// With more user agents an address is taken to be shared, for they have to be kept.
    private static let mostAgents = 10_000
    private static let columns: [RawBatch.Text] = [.user, .cookie, .device, .mac]

    /// What was seen of one address.
    private struct Sighting {
        var isSeen = false
        /// Whether a line has the address and names nobody.
        var hasBare = false
        var isShared = false
        /// User agents of the subject's lines, and of those that name nobody; an empty one stands for none.
        var own: Set<[UInt8]> = []
        var bare: Set<[UInt8]> = []
        /// What identifies visitors, by column, and whether one has two of them.
        var identifiers: [RawBatch.Text: [UInt8]] = [:]
        var hasTwo = false
    }

    private let isProved: Bool
    private var sightings: [Sighting]

    /// - Parameter isProved: whether it is on record that nobody but the subject uses the addresses.
    init(addresses count: Int, isProved: Bool) {
        self.isProved = isProved
        sightings = [Sighting](repeating: Sighting(), count: count)
    }

    /// Takes a line that has an address.
    ///
    /// - Parameter number: of the address.
    mutating func note(_ match: SubjectMatch, address number: Int, row: Int, of batch: RawBatch) {
        sightings[number].isSeen = true
        if match.isDisjoint(with: [.own, .foreign]) { sightings[number].hasBare = true }
        if isProved { return noteIdentifiers(address: number, row: row, of: batch) }
        guard !sightings[number].isShared else { return }
        if match.contains(.foreign), !match.contains(.leading) { return share(number) }
        let agent = RecordField.text(.agent).text(of: batch, row: row) { $0.copied } ?? []
        if match.contains(.leading) {
            guard sightings[number].own.count < AddressJudge.mostAgents else { return }
            sightings[number].own.insert(agent)
        } else {
            sightings[number].bare.insert(agent)
            if sightings[number].bare.count > AddressJudge.mostAgents { share(number) }
        }
    }

    /// One for each address, once all lines have been seen.
    ///
    /// - Parameter isComplete: whether all lines could be read; those that could not may be somebody else's.
    func ties(isComplete: Bool) -> [AddressTie] { sightings.map { tie($0, isComplete: isComplete) } }

    private func tie(_ sighting: Sighting, isComplete: Bool) -> AddressTie {
        guard sighting.isSeen else { return .unseen }
        if isProved {
            if isComplete, !sighting.hasTwo { return .sole }
            return sighting.hasBare ? .tied : .unseen
        }
        guard isComplete else { return .shared }
        guard sighting.hasBare else { return .unseen }
        return !sighting.isShared && !sighting.own.isEmpty && sighting.bare.isSubset(of: sighting.own)
            ? .tied : .shared
    }

    private mutating func noteIdentifiers(address number: Int, row: Int, of batch: RawBatch) {
        guard !sightings[number].hasTwo else { return }
        for column in AddressJudge.columns {
            guard let value = RecordField.text(column).text(of: batch, row: row, { $0.copied }) else { continue }
            let known = sightings[number].identifiers.updateValue(value, forKey: column)
            if let known, known != value { sightings[number].hasTwo = true }
        }
    }

    private mutating func share(_ number: Int) {
        sightings[number].isShared = true
        sightings[number].own = []
        sightings[number].bare = []
    }
}
