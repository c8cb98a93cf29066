internal import Synchronization

/// What a gate remembers from batch to batch: what the rules that take longest made of values that often come again.
///
/// Addresses and other identifiers of visitors are not remembered: they are pseudonymised anew in each batch, under the
/// key of its day.
final class GateMemory: Sendable {
    /// The memory of each rule.
    struct Rules: ~Copyable {
        /// Templated paths as numbers of texts; ``absentIndex`` for targets that have none.
        var paths: RuleMemory<UInt32>
        var queries: RuleMemory<QueryTexts>
        var agents: RuleMemory<AgentTexts>

        mutating func forget() {
            paths.forget()
            queries.forget()
            agents.forget()
        }
    }

    private let rules: Mutex<Rules>

    init(seed: UInt64) {
        rules = Mutex(
            Rules(
                paths: RuleMemory(seed: seed, count: 1 << 15, bytes: 1 << 20),
                queries: RuleMemory(seed: seed, count: 1 << 14, bytes: 1 << 19),
                agents: RuleMemory(seed: seed, count: 1 << 12, bytes: 1 << 19)))
    }

    deinit { forget() }

    func withRules<Result: Sendable>(_ body: (inout Rules) -> Result) -> Result {
        rules.withLock { body(&$0) }
    }

    func forget() {
        rules.withLock { $0.forget() }
    }
}
