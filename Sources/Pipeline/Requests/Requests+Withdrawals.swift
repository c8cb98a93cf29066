import Events
import Intake
import Privacy
import Store

extension Requests {
    /// How many bytes a list of closed accounts can have.
    private static let listLimit = 64 << 20

    /// Opens a request to erase for every person of a list, one a line, who is not on record with one.
    ///
    /// Where the policy trusts the account system, each is verified, approved and restricted at once, without an officer: the
    /// account system is the means of the verification. A crash leaves those that were opened; the list can be given again.
    ///
    /// - Parameter argument: a path, or `-` for the standard input.
    /// - Throws: ``JobError`` (usage) that names a line and never what stands there.
    public func openWithdrawals(from argument: String, language: NoticeLanguage) throws -> WithdrawalSummary {
        guard let text = try Ingest.Input(argument).content(atMost: Requests.listLimit) else {
            throw JobError(.usage, "The list of closed accounts is too long. It may have up to 64 MiB.")
        }
        let people = try Requests.people(text)
        let policy = try policy
        let lock = try store.lockRequests()
        defer { withExtendedLifetime(lock) {} }
        var summary = WithdrawalSummary()
        summary.isTrusted = policy.options.requests.withdrawals == .trusted
        for person in people {
            let letter = RequestLetter(
                text: Requests.text(of: person), identifiers: person.identifiers, representative: nil, corrections: [],
                order: nil)
            let tags = try tags(of: letter, policy)
            guard try !isKnown(tags.flatMap(\.self)) else {
                summary.known += 1
                continue
            }
            let isTrusted = summary.isTrusted && letter.hasStrong
            let steps: [RequestStep] =
                isTrusted ? [.verify(.accountSystem, provesAddress: false), .approve(needed: 1)] : []
            // What goes on the list of objections does so in the transaction that puts the request on record.
            let objections = isTrusted ? try objections(of: letter, policy) : []
            summary.opened.append(
                try put(
                    letter, .erase, isRepresented: false, language, tags, policy, steps: steps, objections: objections))
        }
        return summary
    }

    private func objections(of letter: RequestLetter, _ policy: Policy) throws -> [SubjectTag] {
        guard let tagger = try tagger(policy, create: true) else { return [] }
        return Restriction.tags(of: letter, isSoleUser: false, tagger).map(\.tag)
    }

    /// Whether a request to erase what is stored of the person is on record, and was not refused.
    private func isKnown(_ tags: [SubjectTag]) throws -> Bool {
        try store.catalog.requests(tagged: tags).contains { $0.kind == .erase && $0.state != .refused }
    }

    private static func people(_ text: [UInt8]) throws(RequestLetterError) -> [SubjectList] {
        do throws(SubjectListError) {
            return try SubjectList.people(text)
        } catch {
            throw .subject(error)
        }
    }

    /// The identifiers of one person as a letter says them.
    private static func text(of person: SubjectList) -> [UInt8] {
        person.identifiers.flatMap { Array("\($0.kind.rawValue): ".utf8) + $0.text + [UInt8(ascii: "\n")] }
    }
}
