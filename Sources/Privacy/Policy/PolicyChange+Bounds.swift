extension PolicyChange {
    /// What differs in the numbers, and in how values are told apart.
    static func boundItems(_ old: PolicyOptions, _ new: PolicyOptions) -> [Item] {
        // More visitors behind a number hide more; all other numbers tell how much is left of a value.
        var items = number("k", old.threshold, new.threshold, isLess: new.threshold > old.threshold)
        items += number(
            "networks.ipv4", old.networkBits.v4, new.networkBits.v4, isLess: new.networkBits.v4 < old.networkBits.v4)
        items += number(
            "networks.ipv6", old.networkBits.v6, new.networkBits.v6, isLess: new.networkBits.v6 < old.networkBits.v6)
        if old.requiresNetworks != new.requiresNetworks {
            items.append(
                new.requiresNetworks
                    ? Item(.less, "Numbers must stand on several networks, too.")
                    : Item(.major, "Numbers need not stand on several networks any more."))
        }
        items += number(
            "postal_characters", old.postalCharacters, new.postalCharacters,
            isLess: new.postalCharacters < old.postalCharacters)
        // Bands that do not lie within one another tell more of some ages.
        items += number("age_band", old.ageBand, new.ageBand, isLess: new.ageBand.isMultiple(of: old.ageBand))
        if old.visitGap != new.visitGap {
            items.append(Item(.other, "visit_gap is \(new.visitGap) s, was \(old.visitGap) s."))
        }
        if old.ignoresUserCase != new.ignoresUserCase {
            let sense = new.ignoresUserCase ? "are one" : "are told apart"
            items.append(Item(.other, "User ids that differ in case \(sense)."))
        }
        switch (old.placesPath, new.placesPath) {
        case (nil, _?): items.append(Item(.major, "Country and region are looked up."))
        case (_?, nil): items.append(Item(.less, "Country and region are no longer looked up."))
        default: break
        }
        return items
    }

    private static func number(_ name: String, _ old: Int, _ new: Int, isLess: Bool) -> [Item] {
        old == new ? [] : [Item(isLess ? .less : .major, "\(name) is \(new), was \(old).")]
    }
}
