internal import Events

extension PolicyChange {
    /// What differs in how requests are handled, and in who approves what.
    static func requestItems(_ old: PolicyOptions, _ new: PolicyOptions) -> [Item] {
        var items: [Item] = Approval.allCases.compactMap { approval in
            let (before, after) = (old.approvals[approval], new.approvals[approval])
            guard before != after else { return nil }
            return Item(
                after > before ? .less : .major, "approvals.\(approval.rawValue) is \(after), was \(before).")
        }
        let (before, after) = (old.requests, new.requests)
        if before.due != after.due {
            items.append(
                Item(
                    after.due.isAtMost(before.due) ? .less : .major,
                    "requests.due is \(after.due), was \(before.due)."))
        }
        if before.withdrawals != after.withdrawals {
            items.append(
                Item(
                    .other,
                    "requests.withdrawals is \(after.withdrawals.rawValue), was \(before.withdrawals.rawValue)."))
        }
        return items
    }
}
