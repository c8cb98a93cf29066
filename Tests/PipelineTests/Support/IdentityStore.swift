import Events
import Privacy
import Store
import TestSupport

@testable import Pipeline
@testable import Store

/// A catalog of known contents and the keys of months that are numbered from 0.
final class IdentityStore {
    private let folder: TemporaryFolder
    let store: Store
    private var keys: [Int: ContentKey] = [:]

    init() throws {
        folder = try TemporaryFolder()
        store = try Store(root: folder.path + "/store", create: true) { SHA256Digest() }
    }

    /// The identity of an input that is read in `month`, while the keys of the months from `oldest` on live.
    func identity(month: Int = 0, oldest: Int = 0, scope: String = "") throws -> InputIdentity {
        let live = (oldest...month).reversed().map { month in
            let day = Day(year: 2026 + month / 12, month: month % 12 + 1, day: 1) ?? Day(number: 0)
            let key = keys[month] ?? ContentKey(IdentityKey.throwaway(for: Month(of: day)), scope: "")
            keys[month] = key
            return key
        }
        return try InputIdentity(keys: live, scope: scope, catalog: store.catalog)
    }

    func record(_ updates: [ContentUpdate], of identity: inout InputIdentity) throws {
        var commit = Commit()
        commit.inputs = [InputUpdate(contents: updates, source: nil, revision: identity.revision)]
        let receipt = try store.catalog.record(commit, writer: "test-1")
        identity.recorded(receipt.places[0], revision: receipt.revision)
    }

    /// Reads a whole input and remembers it.
    /// - Returns: the offsets up to which it was known, and whether it ended while it agreed with known content.
    @discardableResult
    func read(_ input: [UInt8], month: Int = 0, oldest: Int = 0, scope: String = "") throws -> IdentityModel.Verdict {
        var identity = try identity(month: month, oldest: oldest, scope: scope)
        let verdict = try identity.verdict(on: input)
        let isKnown = verdict.endsInDoubt || verdict.duplicates.last == input.count
        try record(isKnown ? identity.settledUpdates() : identity.updates(isWithinLine: false), of: &identity)
        return verdict
    }
}

extension InputIdentity {
    /// Absorbs an input in pieces whose lengths `piece` gives.
    mutating func verdict(on input: [UInt8], piece: () -> Int = { .max }) throws -> IdentityModel.Verdict {
        var verdict = IdentityModel.Verdict()
        var start = 0
        while start < input.count {
            let count = min(max(1, piece()), input.count - start)
            for case .duplicate(let offset, _) in try absorb(input.span.extracting(start..<start + count)) {
                verdict.duplicates.append(Int(offset))
            }
            start += count
        }
        verdict.endsInDoubt = try verdict.duplicates.last != input.count && isInDoubt && endIsKnown()
        return verdict
    }
}
