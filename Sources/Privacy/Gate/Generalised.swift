internal import Events
internal import Intake

/// A batch's values after the rules, before they are given to rows and days.
///
/// Each rule has run once for each distinct value. Columns that the policy does not store are not made; what decides on
/// page views is made in any case.
struct Generalised: Sendable {
    /// A text column of events, and the raw column whose indices lead to it.
    struct Text: Sendable {
        let field: EventField.Text
        let source: RawBatch.Text
        let column: MappedColumn
    }

    private(set) var texts: [Text] = []
    /// By agent; ``NumberColumn/absent`` for unknown.
    private(set) var browserMajors: [Int64] = []
    /// By agent.
    private(set) var isRobot: [Bool] = []
    /// By target: whether it is a page and not something that a page loads.
    private(set) var isPage: [Bool] = []
    /// By method: GET or POST.
    private(set) var fetchesPage: [Bool] = []

    init(_ batch: RawBatch, _ rules: GateRules, _ memory: inout GateMemory.Rules, seed: UInt64) {
        func stores(_ field: EventField.Text) -> Bool { rules.policy.stores(.text(field)) }
        func mapped(_ source: RawBatch.Text, _ rule: (Span<UInt8>, inout [UInt8]) -> Bool) -> MappedColumn {
            MappedColumn(batch[source].dictionary, seed: seed, rule: rule)
        }
        addMethods(batch[.method].dictionary)
        for field in EventField.Text.allCases where stores(field) {
            guard let rule = rules.rule(field) else { continue }
            if batch[rule.source].dictionary.isEmpty { continue }
            add(field, rule.source, mapped(rule.source, rule.apply))
        }
        addTargets(batch[.target].dictionary, rules, &memory)
        addReferrers(batch[.referrer].dictionary, rules, seed: seed)
        addAgents(batch[.agent].dictionary, rules, &memory.agents)
        if let places = rules.places { addPlaces(batch[.client].dictionary, places, seed: seed) }
        texts.removeAll { !stores($0.field) || $0.column.dictionary.isEmpty }
    }

    mutating func add(_ field: EventField.Text, _ source: RawBatch.Text, _ column: MappedColumn) {
        texts.append(Text(field: field, source: source, column: column))
    }

    private mutating func addMethods(_ methods: ByteDictionary) {
        for index in 0..<methods.count {
            fetchesPage.append(methods.withValue(index) { $0.equals("GET") || $0.equals("POST") })
        }
    }

    mutating func addPages(_ paths: MappedColumn) {
        let isPage = (0..<paths.dictionary.count).map { index in
            paths.dictionary.withValue(index) { !StaticAsset.isAsset($0) }
        }
        self.isPage = (0..<UInt32(paths.map.count)).map { target in
            let path = paths.map[target]
            return path != absentIndex && isPage[Int(path)]
        }
    }

    private mutating func addAgents(
        _ agents: ByteDictionary, _ rules: GateRules, _ memory: inout RuleMemory<AgentTexts>
    ) {
        let classes = memory.outcomes(of: ValueParts.Builder(whole: agents)) {
            AgentTexts(rules.agents.classify($0), &$1)
        }
        browserMajors = classes.outcomes.map(\.browserMajor)
        isRobot = classes.outcomes.map(\.isRobot)
        add(.browser, .agent, classes.column(\.browser))
        add(.os, .agent, classes.column(\.os))
        add(.deviceClass, .agent, classes.column(\.deviceClass))
        add(.robotName, .agent, classes.column(\.robotName))
    }

    private mutating func addPlaces(_ clients: ByteDictionary, _ places: PlaceDatabase, seed: UInt64) {
        var countries = MappedColumn.Builder(seed: seed, expecting: clients.count)
        var regions = MappedColumn.Builder(seed: seed, expecting: clients.count)
        var code: [UInt8] = []
        for index in 0..<clients.count {
            guard let address = clients.withValue(index, { IPAddress($0) }), let place = places.place(of: address)
            else {
                continue
            }
            code.removeAll(keepingCapacity: true)
            place.country.append(to: &code)
            countries.set(code.span, at: index)
            guard let region = place.region else { continue }
            code.removeAll(keepingCapacity: true)
            region.append(to: &code)
            regions.set(code.span, at: index)
        }
        add(.country, .client, countries.finish())
        add(.region, .client, regions.finish())
    }
}
