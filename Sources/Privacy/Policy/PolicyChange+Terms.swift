internal import Events

extension PolicyChange {
    /// What differs in how long things are kept, and in how long before a change it is announced.
    static func termItems(_ old: PolicyOptions, _ new: PolicyOptions) -> [Item] {
        var items: [Item] = RetentionClass.settable.compactMap { kind in
            let (before, after) = (old.retention[kind], new.retention[kind])
            guard before != after else { return nil }
            return Item(
                after.isAtMost(before) ? .less : .major, "retention.\(kind.rawValue) is \(after), was \(before).")
        }
        if old.retention.basis != new.retention.basis {
            items.append(
                Item(
                    .major,
                    "retention.basis is \(new.retention.basis.rawValue), was \(old.retention.basis.rawValue)."))
        }
        if old.notice != new.notice {
            let kind: Kind = isLonger(old.notice, new.notice) ? .less : .major
            items.append(Item(kind, "notice is \(text(new.notice)), was \(text(old.notice))."))
        }
        return items
    }

    private static func isLonger(_ old: NoticePeriods?, _ new: NoticePeriods?) -> Bool {
        guard let new else { return false }
        guard let old else { return true }
        return new.major >= old.major && new.other >= old.other
    }

    private static func text(_ notice: NoticePeriods?) -> String {
        notice.map { "{major: \($0.major)d, other: \($0.other)d}" } ?? "none"
    }
}
