extension Store {
    /// The locks by which a writer shows under which revisions of the list of objections it has lines on the way.
    public func objectionLocks() throws -> ObjectionLocks {
        try ObjectionLocks(path: layout.objectionLocks)
    }

    /// Waits until all lines that were held against a list of objections before `revision` are on record.
    ///
    /// - Parameter waiting: false to look only.
    /// - Throws: ``StoreError`` (busy) if such lines are on the way and the call was not to wait.
    public func drainObjections(before revision: Int64, waiting: Bool = true) throws {
        guard try objectionLocks().drain(before: revision, waiting: waiting) else {
            throw StoreError(
                .busy,
                "Another process has lines on the way that were read before the objection. Run the command again when it has put them on record."
            )
        }
    }
}
