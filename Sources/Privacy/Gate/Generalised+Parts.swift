internal import Events
internal import Intake

/// The columns whose rules look at a part of a value each, and run once for each distinct part.
extension Generalised {
    /// Paths and queries, each of which many targets share.
    mutating func addTargets(_ targets: ByteDictionary, _ rules: GateRules, seed: UInt64) {
        var ofPaths = ValueParts.Builder(seed: seed, values: targets.count)
        var ofQueries = ValueParts.Builder(seed: seed, values: targets.count)
        for index in 0..<targets.count {
            targets.withValue(index) { target in
                let parts = RequestTarget(target)
                ofPaths.append(target.extracting(rules.paths.decisivePart(of: target, parts)))
                if parts.query.isEmpty {
                    ofQueries.appendAbsent()
                } else {
                    ofQueries.append(target.extracting(parts.query))
                }
            }
        }
        let pathParts = ofPaths.finish()
        let paths = MappedColumn(pathParts.dictionary, seed: seed) { rules.paths.generalise($0, into: &$1) }
            .following(pathParts)
        addPages(paths)
        add(.path, .target, paths)
        addQueries(ofQueries.finish(), rules, seed: seed)
    }

    private mutating func addQueries(_ parts: ValueParts, _ rules: GateRules, seed: UInt64) {
        let queries = parts.dictionary
        var columns = QueryParameter.allCases.map { _ in MappedColumn.Builder(seed: seed, expecting: queries.count) }
        for index in 0..<queries.count {
            queries.withValue(index) { query in
                rules.queries.generalise(query: query) { columns[$0.rawValue].set($1, at: index) }
            }
        }
        for parameter in QueryParameter.allCases {
            add(parameter.column, .target, columns[parameter.rawValue].finish().following(parts))
        }
    }

    /// Domains and kinds by the origin, which many referrers share; keywords by all of a referrer, if it is a search.
    mutating func addReferrers(_ referrers: ByteDictionary, _ rules: GateRules, seed: UInt64) {
        var ofOrigins = ValueParts.Builder(seed: seed, values: referrers.count)
        for index in 0..<referrers.count {
            referrers.withValue(index) { ofOrigins.append($0.extracting(0..<ReferrerGeneraliser.endOfOrigin($0))) }
        }
        let parts = ofOrigins.finish()
        let origins = parts.dictionary
        var domains = MappedColumn.Builder(seed: seed, expecting: origins.count)
        var kinds = MappedColumn.Builder(seed: seed, expecting: origins.count)
        var isSearch: [Bool] = []
        var domain: [UInt8] = []
        var keyword: [UInt8] = []
        for index in 0..<origins.count {
            domain.removeAll(keepingCapacity: true)
            let referrer = origins.withValue(index) {
                rules.referrers.generalise($0, domain: &domain, keyword: &keyword)
            }
            if !domain.isEmpty { domains.set(domain.span, at: index) }
            kinds.set(referrer?.kind.rawValue, at: index)
            isSearch.append(referrer?.kind == .search)
        }
        add(.referrerDomain, .referrer, domains.finish().following(parts))
        add(.referrerKind, .referrer, kinds.finish().following(parts))

        var keywords = MappedColumn.Builder(seed: seed, expecting: referrers.count)
        for index in 0..<referrers.count where isSearch[Int(parts.map[index])] {
            domain.removeAll(keepingCapacity: true)
            keyword.removeAll(keepingCapacity: true)
            _ = referrers.withValue(index) { rules.referrers.generalise($0, domain: &domain, keyword: &keyword) }
            if !keyword.isEmpty { keywords.set(keyword.span, at: index) }
        }
        add(.keyword, .referrer, keywords.finish())
    }
}
