public import Events
import Intake
import Privacy
import Store

extension Requests {
    /// Puts a request on record; what it says is sealed to the officers.
    ///
    /// - Parameters:
    ///   - isRepresented: whether somebody acts for the person.
    ///   - language: in which it will be answered.
    ///   - argument: a path, or `-` for the standard input.
    /// - Throws: ``JobError`` (usage) that names a line and never what stands there.
    public func open(
        _ kind: RequestKind, isRepresented: Bool, language: NoticeLanguage, from argument: String
    ) throws -> RequestOpening {
        let text = try Requests.content(of: argument)
        let letter = try RequestLetter.read(text, kind, isRepresented: isRepresented)
        try letter.checkOpening(isRepresented: isRepresented, on: today)
        let policy = try policy
        try letter.checkCorrections(by: policy)
        let lock = try store.lockRequests()
        defer { withExtendedLifetime(lock) {} }
        let tags = try tags(of: letter, policy)
        let record = try put(letter, kind, isRepresented: isRepresented, language, tags, policy)
        let wholeDays = letter.order.flatMap { $0.isOfAllLines ? $0.days : nil }
        return RequestOpening(record: record, wholeDays: wholeDays, gone: try goneDays(of: letter))
    }

    /// Puts a letter on record; the caller holds the right to open requests.
    ///
    /// - Parameters:
    ///   - steps: what is taken at once, by no officer.
    ///   - objections: what goes on the list of objections at once, with effect on what is there already.
    func put(
        _ letter: RequestLetter, _ kind: RequestKind, isRepresented: Bool, _ language: NoticeLanguage,
        _ tags: [[SubjectTag]], _ policy: Policy, steps: [RequestStep] = [], objections: [SubjectTag] = []
    ) throws -> RequestRecord {
        let now = environment.now()
        let today = day(of: now)
        let request = RequestRecord(
            number: try store.nextRequestNumber(), kind: kind, isRepresented: isRepresented,
            hasAddressesAlone: !letter.hasStrong, language: language.rawValue, opened: now,
            due: policy.options.requests.due.lastDay(for: today) ?? today)
        let writer = try store.takeWriter(host: environment.hostName)
        let document = try stage(.letter(letter.text), of: request, writer)
        let record = try writer.open(request, tags: tags, document: document, steps: steps, objections: objections)
        try log(.requestOpened, record, [.day(.to, record.due)])
        for step in steps {
            switch step {
            case .verify(let means, _): try log(.requestVerified, record, [.means(means)])
            case .approve: try log(.requestApproved, record)
            case .refuse, .begin, .finish, .lift: break
            }
        }
        return record
    }

    /// Writes a document of a request, sealed, where files are written.
    func stage(_ document: RequestDocument, of request: RequestRecord, _ writer: Writer) throws -> SealedFile {
        guard let pair = try directory.pair(.request(request.number), create: request.steps.isEmpty) else {
            throw Requests.lostKeys(request.number)
        }
        let name = try writer.nameSealedFile(.requests, of: day(of: request.opened))
        let sealed = try SealedDocument.seal(try document.encoded(), as: name, to: pair)
        let file = try writer.stageDocument(sealed, as: name, to: .request(request.number))
        return file
    }

    /// By what the person is recognised, for each identifier: strong ones, or addresses where there are no others.
    func tags(of letter: RequestLetter, _ policy: Policy) throws -> [[SubjectTag]] {
        guard !letter.identifiers.isEmpty, let tagger = try tagger(policy, create: true) else { return [] }
        let strong = letter.identifiers.filter(\.isStrong)
        return (strong.isEmpty ? letter.identifiers : strong).map { identifier in
            // A user's name may be an e-mail address, by which another letter names the person.
            let isEmail = identifier.kind == .user && identifier.text.contains(UInt8(ascii: "@"))
            return tagger.tags(of: identifier)
                + (isEmail ? tagger.tags(of: SubjectIdentifier(.email, identifier.text)) : [])
        }
    }

    /// The days of an order whose sealed lines were destroyed, or are to be.
    private func goneDays(of letter: RequestLetter) throws -> [Day] {
        guard let order = letter.order else { return [] }
        return try [true, false].flatMap { try store.catalog.markedDays(isFinished: $0) }.map(\.day)
            .filter(order.days.contains).sorted()
    }

    static func content(of argument: String) throws -> [UInt8] {
        guard let bytes = try Ingest.Input(argument).content(atMost: RequestLetter.byteLimit) else {
            throw JobError(.usage, "What the request says is too long. It may have up to 512 KiB.")
        }
        return bytes
    }
}
