import Privacy
import Store

/// The keys that recognise known input, by scope, as long as a month lasts.
final class ContentKeyring {
    private let directory: KeyDirectory
    private let catalog: Catalog
    private let now: () -> Int64
    private var keysByScope: [String: [ContentKey]] = [:]

    /// - Parameter now: milliseconds since 1970.
    init(directory: KeyDirectory, catalog: Catalog, now: @escaping () -> Int64) {
        self.directory = directory
        self.catalog = catalog
        self.now = now
    }

    /// The month whose key is put on record with what is read now.
    var month: Month { Month(of: StoreCalendar.utc.day(of: now() / 1000)) }

    /// The current month's key of a scope.
    func current(scope: String) throws -> ContentKey { try keys(scope: scope)[0] }

    /// The keys of a scope: the current month's first, made if it is not there.
    func keys(scope: String) throws -> [ContentKey] {
        let current = month
        if let keys = keysByScope[scope], keys[0].month == current { return keys }
        var keys: [ContentKey] = []
        for month in Set(try directory.identityMonths()).union([current]).sorted(by: >) {
            if month == current { try refuseForeignKeys(month, scope: scope) }
            guard let key = try directory.identityKey(month, create: month == current) else { continue }
            let content = ContentKey(key, scope: scope)
            if month == current { keys.insert(content, at: 0) } else { keys.append(content) }
        }
        keysByScope[scope] = keys
        return keys
    }

    /// Input that was read this month is recognised by this month's key; if it is not there, all of it would be counted again.
    private func refuseForeignKeys(_ month: Month, scope: String) throws {
        guard try directory.identityKey(month, create: false) == nil,
            try catalog.contentKeys(scope: scope).contains(where: { $0.month == month.description })
        else { return }
        throw JobError(
            .configuration,
            "The identity key of \(month) is not in \(directory.path), but the store has read input this month. Restore the key"
                + " directory, or name the right one with --keys.")
    }
}
