import Privacy
import Store

extension JobEnvironment {
    /// Opens store and key directory, which must belong together, and makes them if `create` says so.
    ///
    /// - Throws: ``JobError`` (configuration) if the keys are those of another store; then nothing was written.
    func openBoth(create: Bool) throws -> (store: Store, keys: KeyDirectory) {
        if !storeExists, OutputFile.exists(keysPath),
            let other = try KeyDirectory(path: keysPath, create: false).storeName()
        {
            throw mismatch("there is no store yet", "those of the store \(other)")
        }
        let isNew = !storeExists
        let store = try openStore(create: create)
        let bound = try store.catalog.value(of: .isBound) != nil
        if bound, !isNew, !OutputFile.exists(keysPath) {
            throw mismatch("the store is \(try store.catalog.value(of: .storeName) ?? "?")", "not there")
        }
        let keys = try openKeys(create: create)
        try bind(store.catalog, to: keys, isBound: bound)
        return (store, keys)
    }

    /// Gives store and keys one name, the first time.
    ///
    /// The catalog notes the name, then the key directory, then the catalog that this is done: from then on, keys without the
    /// name are others.
    private func bind(_ catalog: Catalog, to keys: KeyDirectory, isBound: Bool) throws {
        // In this order: whoever names the keys has named the catalog before.
        let theirs = try keys.storeName()
        let known = try catalog.value(of: .storeName)
        if let theirs, theirs != known {
            throw mismatch("the store is \(known ?? "one without a name")", "those of \(theirs)")
        }
        guard !isBound else {
            guard theirs == known else {
                throw mismatch(
                    "the store is \(known ?? "one without a name")", "of no store: \(keys.storeNamePath) is missing")
            }
            return
        }
        let name = try catalog.fix(.storeName, to: known ?? KeyDirectory.makeStoreName())
        let bound = try keys.bind(toStore: name)
        guard bound == name else { throw mismatch("the store is \(name)", "those of \(bound)") }
        _ = try catalog.fix(.isBound, to: "yes")
    }

    private func mismatch(_ store: String, _ keys: String) -> JobError {
        JobError(
            .configuration,
            "The keys in \(keysPath) do not belong to the store in \(storePath): \(store), and the keys are \(keys). Name the right"
                + " ones with --store and --keys, or restore the key directory.")
    }
}
