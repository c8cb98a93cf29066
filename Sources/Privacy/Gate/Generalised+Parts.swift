internal import Events
internal import Intake

/// The columns whose rules look at a part of a value each, and run once for each distinct part.
extension Generalised {
    /// Paths and queries, each of which many targets share.
    mutating func addTargets(
        _ targets: ByteDictionary, _ rules: GateRules, _ memory: inout GateMemory.Rules
    ) {
        var ofPaths = ValueParts.Builder(targets)
        var ofQueries = ValueParts.Builder(targets)
        for index in 0..<targets.count {
            targets.withValue(index) { target in
                let parts = RequestTarget(target)
                ofPaths.append(rules.paths.decisivePart(of: target, parts))
                if parts.query.isEmpty { ofQueries.appendAbsent() } else { ofQueries.append(parts.query) }
            }
        }
        addPaths(ofPaths, rules.paths, &memory.paths)
        addQueries(ofQueries, rules.queries, &memory.queries)
    }

    private mutating func addPaths(
        _ parts: ValueParts.Builder, _ rule: PathGeneraliser, _ memory: inout RuleMemory<UInt32>
    ) {
        var path: [UInt8] = []
        let column = memory.outcomes(of: parts) { target, texts in
            path.removeAll(keepingCapacity: true)
            return rule.generalise(target, into: &path) ? texts.intern(path.span) : absentIndex
        }.column { $0 }
        addPages(column)
        add(.path, .target, column)
    }

    private mutating func addQueries(
        _ parts: ValueParts.Builder, _ rule: QueryGeneraliser, _ memory: inout RuleMemory<QueryTexts>
    ) {
        let queries = memory.outcomes(of: parts) { query, texts in
            var found = QueryTexts()
            rule.generalise(query: query) { found[$0] = texts.intern($1) }
            return found
        }
        for parameter in QueryParameter.allCases {
            add(parameter.column, .target, queries.column { $0[parameter] })
        }
    }

    /// Domains and kinds by the origin, which many referrers share; keywords by all of a referrer, if it is a search.
    mutating func addReferrers(_ referrers: ByteDictionary, _ rules: GateRules, seed: UInt64) {
        var ofOrigins = ValueParts.Builder(referrers)
        for index in 0..<referrers.count {
            referrers.withValue(index) { ofOrigins.append(0..<ReferrerGeneraliser.endOfOrigin($0)) }
        }
        let parts = ofOrigins.finish(seed: seed)
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
        add(.referrerDomain, .referrer, domains.finish().following(parts.map))
        add(.referrerKind, .referrer, kinds.finish().following(parts.map))

        var keywords = MappedColumn.Builder(seed: seed, expecting: referrers.count)
        for index in 0..<referrers.count where isSearch[Int(parts.map[UInt32(index)])] {
            domain.removeAll(keepingCapacity: true)
            keyword.removeAll(keepingCapacity: true)
            _ = referrers.withValue(index) { rules.referrers.generalise($0, domain: &domain, keyword: &keyword) }
            if !keyword.isEmpty { keywords.set(keyword.span, at: index) }
        }
        add(.keyword, .referrer, keywords.finish())
    }
}
