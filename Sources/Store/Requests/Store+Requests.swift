public import Events

extension Store {
    /// Takes the right to open requests.
    ///
    /// - Returns: nil if another process opens one and the call was not to wait.
    public func lockRequests(waiting: Bool = true) throws -> FileLock? {
        try FileLock(layout.requestLock, .exclusive, waiting: waiting)
    }

    /// Takes the right to do what requests ask for.
    /// - Throws: ``StoreError`` (busy) if another process does so.
    public func lockRequestWork() throws -> FileLock {
        guard let lock = try FileLock(layout.requestWorkLock, .exclusive, waiting: false) else {
            throw StoreError(
                .busy,
                "Another `footfall request do` is running on this store. Run the command again when it has finished.")
        }
        return lock
    }

    /// Opens one sealed document for reading.
    public func documentSource(_ file: SealedFile) throws -> SealedFileSource {
        try withLocked([file.name.day]) {
            let final = layout.path(of: file.name)
            // What a writer that died has put on record and not renamed lies where it was written.
            return try SealedFileSource(file, path: FileSystem.kind(final) == nil ? layout.staged(file.name) : final)
        }
    }

    /// The number of the next request; the caller holds ``lockRequests()``.
    public func nextRequestNumber() throws -> Int { try catalog.nextRequestNumber() }
}

extension Writer {
    /// Puts a new request on record together with its sealed document: both, or neither.
    ///
    /// - Parameters:
    ///   - tags: by which the person is recognised, those of each identifier.
    ///   - steps: what is taken at once, by no officer.
    ///   - objections: what goes on the list of objections at once, with effect on what is there already.
    public func open(
        _ request: RequestRecord, tags: [[SubjectTag]], document: SealedFile, steps: [RequestStep] = [],
        objections: [SubjectTag] = []
    ) throws -> RequestRecord {
        try committing(document) {
            try store.catalog.insert(request, tags: tags, document: document, steps: steps, objections: objections)
        }
    }

    /// Puts steps on record together with the sealed document of the answer: all, or nothing.
    ///
    /// - Throws: ``RequestStepError`` if a step does not fit.
    public func take(
        _ steps: [RequestStep], of number: Int, by officer: String?, at time: Int64, document: SealedFile
    ) throws -> RequestRecord {
        try committing(document) {
            try store.catalog.take(steps, of: number, by: officer, at: time, document: document)
        }
    }

    /// The document has been synced; a crash before the transaction leaves it to ``Store/recover()`` to remove, one after it to
    /// rename.
    private func committing(_ document: SealedFile, _ record: () throws -> RequestRecord) throws -> RequestRecord {
        try FileSystem.syncFolder(store.layout.staging)
        return try store.withLocked([document.name.day]) {
            let recorded: RequestRecord
            do {
                recorded = try record()
            } catch {
                try? discard([document])
                throw error
            }
            try store.publish([document])
            return recorded
        }
    }
}

extension Catalog {
    /// Puts a step on record that comes without a document.
    ///
    /// - Throws: ``RequestStepError`` if it does not fit.
    public func take(_ step: RequestStep, of number: Int, by officer: String?, at time: Int64) throws -> RequestRecord {
        try take([step], of: number, by: officer, at: time, document: nil)
    }
}
