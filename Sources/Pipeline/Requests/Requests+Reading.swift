import Events
public import Privacy
public import Store

extension Requests {
    /// What a request says, as it was given; the look is put on record before.
    public func letter(_ number: Int, showing key: OfficerKeyFile) throws -> [UInt8] {
        let half = try key.privateHalf()
        let record = try record(number)
        let officer = try directory.officer(by: half)
        try log(.requestRead, record, [.officer(officer)])
        return try text(of: record, by: half)
    }

    /// What a request says, and requests of the same person that were on record before; the look is put on record.
    ///
    /// The key is read once, for it may come from the standard input.
    public func told(
        _ number: Int, showing key: OfficerKeyFile
    ) throws -> (letter: [UInt8], earlier: [RequestRecord]) {
        (try letter(number, showing: key), try earlier(than: record(number)))
    }

    func earlier(than record: RequestRecord) throws -> [RequestRecord] {
        let tags = try store.catalog.requestTags(record.number).flatMap(\.self)
        return try store.catalog.requests(tagged: tags).filter { $0.number < record.number }
    }

    /// The answer to a request: as it was given, or, in another language, as it would have been; once what it has restricted was
    /// lifted, also until when it held.
    ///
    /// - Throws: ``RequestStepError/wrongState(number:_:)`` if it has not ended.
    public func receipt(
        _ number: Int, in language: NoticeLanguage?, showing key: OfficerKeyFile
    ) throws -> String {
        let half = try key.privateHalf()
        let record = try record(number)
        guard let ended = record.ended else {
            throw RequestStepError.wrongState(number: number, record.state)
        }
        let officer = try directory.officer(by: half)
        try log(.requestRead, record, [.officer(officer)])
        for case .answer(let text, let outcome) in try documents(of: record, by: half) {
            let given = NoticeLanguage(rawValue: record.language) ?? .english
            if record.lifted == nil, language ?? given == given { return text }
            let result: RequestAnswer.Result =
                if let ground = record.ground { .refused(ground) } else { .done(outcome ?? RequestOutcome()) }
            return try answer(of: record, result, orderLetter(of: record, by: half), ended: ended).text(
                language ?? given)
        }
        throw JobError(
            .data, "The answer to request \(number) is not among its sealed documents. Restore it from a backup.")
    }

    /// What a request says.
    func letter(of record: RequestRecord, by half: borrowing PrivateHalf) throws -> RequestLetter {
        try RequestLetter.read(text(of: record, by: half), record.kind, isRepresented: record.isRepresented)
    }

    /// What a request says, as it was given.
    private func text(of record: RequestRecord, by half: borrowing PrivateHalf) throws -> [UInt8] {
        for case .letter(let text) in try documents(of: record, by: half) { return text }
        throw JobError(
            .data, "What request \(record.number) says is not among its sealed documents. Restore it from a backup.")
    }

    private func documents(of record: RequestRecord, by half: borrowing PrivateHalf) throws -> [RequestDocument] {
        guard let privateHalf = try directory.privateHalf(of: .request(record.number), by: half) else {
            throw Requests.lostKeys(record.number)
        }
        var documents: [RequestDocument] = []
        for file in try store.catalog.requestDocuments(record.number) {
            let source = try store.documentSource(file)
            let bytes = try source.read(0, Int(source.size))
            do {
                let content = try SealedDocument.open(bytes, name: file.name, with: privateHalf)
                if let document = RequestDocument(content) { documents.append(document) }
            } catch let error as SealedDocumentError {
                throw JobError(.data, "\(StoreLayout.relativePath(of: file.name)): \(error).")
            }
        }
        return documents
    }
}
