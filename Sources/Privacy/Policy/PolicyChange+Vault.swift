extension PolicyChange {
    /// What differs in what is sealed of raw lines.
    ///
    /// Names say nothing while every byte is kept.
    static func vaultItems(_ old: VaultOptions, _ new: VaultOptions) -> [Item] {
        switch (old.exact, new.exact) {
        case (true, true): return []
        case (false, true): return [Item(.major, "vault.exact is true: every byte of a line is sealed.")]
        case (true, false): return [Item(.less, "vault.exact is false: what vault.redact names is not sealed.")]
        case (false, false): break
        }
        let kept = Set(old.redact).subtracting(new.redact).sorted().map { name in
            new.redact.contains { covers($0, name) }
                ? Item(.less, "vault.redact no longer has \(name), which another name there covers.")
                : Item(.major, "vault.redact no longer has \(name).")
        }
        return kept
            + Set(new.redact).subtracting(old.redact).sorted().map { Item(.less, "vault.redact has \($0) as well.") }
    }

    /// Whether what the second name stands for is part of what the first one stands for.
    ///
    /// A longer name without a `*` stands for names that end with it, too.
    private static func covers(_ general: String, _ name: String) -> Bool {
        general.hasSuffix("*") && name.hasPrefix(general.dropLast())
            && (name.hasSuffix("*") || name.utf8.count < SecretNames.leastEnding)
    }
}
