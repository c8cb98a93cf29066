import Events
import Intake
import Privacy

/// Judges from all lines of a day whether an address was one person's there.
///
/// Somebody else is whoever has a strong identifier that was not listed, unless one that was stands before it in the order in
/// which visitors are told apart: an account's line is the account's, whatever cookie it bears.
struct AddressJudge {
    /// With more user agents an address is taken to be shared, for they have to be kept.
    private static let mostAgents = 10_000

    /// What was seen of one address.
    private struct Sighting {
        var isSeen = false
        var isShared = false
        /// User agents of the subject's lines, and of those that name nobody; an empty one stands for none.
        var own: Set<[UInt8]> = []
        var bare: Set<[UInt8]> = []
    }

    private var sightings: [Sighting]

    init(addresses count: Int) {
        sightings = [Sighting](repeating: Sighting(), count: count)
    }

    /// Takes a line that has an address.
    ///
    /// - Parameter number: of the address.
    mutating func note(_ match: SubjectMatch, address number: Int, row: Int, of batch: RawBatch) {
        sightings[number].isSeen = true
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
    func ties(isComplete: Bool) -> [AddressTie] {
        sightings.map { sighting in
            guard sighting.isSeen else { return .unseen }
            let isTied =
                isComplete && !sighting.isShared && !sighting.own.isEmpty && sighting.bare.isSubset(of: sighting.own)
            return isTied ? .tied : .shared
        }
    }

    private mutating func share(_ number: Int) {
        sightings[number].isShared = true
        sightings[number].own = []
        sightings[number].bare = []
    }
}
