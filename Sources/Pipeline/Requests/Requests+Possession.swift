import Events
import Privacy
import Store

extension Requests {
    /// How long a one-time path counts, in milliseconds: 24 hours.
    private static let pathTerm: Int64 = 86_400_000

    /// Makes a one-time path by which somebody proves that the identifiers of a request are theirs, or says what was seen of the
    /// one that was made; verifies the request once it was seen with each of them.
    ///
    /// - Parameter renews: whether to make another one if the last has not proved anything.
    /// - Throws: ``RequestStepError`` if the request is verified already or has ended, or names addresses alone.
    public func provePossession(_ number: Int, renews: Bool) throws -> RequestProof {
        let record = try record(number)
        guard record.state == .opened else { throw RequestStepError.wrongState(number: number, record.state) }
        guard record.kind.isOfPerson else {
            throw JobError(.usage, "An order is verified by a document, not by a path.")
        }
        guard !record.hasAddressesAlone else { throw RequestStepError.addressesAlone(number: number) }
        let earlier = try store.catalog.possessions(ofRequest: Int64(number))
        // Who has proved one identifier has not proved the others: a cookie of one's own says nothing of an account.
        let seen = Set(earlier.flatMap { $0.identifiers.filter { $0.value != nil }.keys })
        let asked = try store.catalog.requestTags(number)
        let proved = asked.count { !seen.isDisjoint(with: $0) }
        if proved > 0, proved == asked.count {
            let verified = try store.catalog.take(
                .verify(.possession, provesAddress: false), of: number, by: nil, at: environment.now())
            try log(.requestVerified, verified, [.means(.possession)])
            return .proved
        }
        guard let last = earlier.last, !renews else { return try makePath(number) }
        guard environment.now() <= last.until else { return .expired }
        if proved > 0 { return .partly(proved: proved, of: asked.count, until: last.until) }
        return last.seenWithout == nil ? .waiting(until: last.until) : .seenByOthers(until: last.until)
    }

    private func makePath(_ number: Int) throws -> RequestProof {
        guard let tagger = try tagger(try policy, create: true) else {
            throw JobError(.missing, "The key of the list of objections is gone. Restore the key directory.")
        }
        let path = ProofPaths.prefix + Requests.word()
        let until = environment.now() + Requests.pathTerm
        try store.catalog.expectProof(
            request: Int64(number), path: tagger.targetTag(Array(path.utf8).span), until: until,
            of: Set(try store.catalog.requestTags(number).joined()))
        return .made(path: path, until: until)
    }

    /// 32 hexadecimal digits that nobody can guess.
    private static func word() -> String {
        (0..<2).map { _ in
            let digits = String(UInt64.random(in: 0...UInt64.max), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
