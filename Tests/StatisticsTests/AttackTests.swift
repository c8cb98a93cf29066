import Testing

@testable import Statistics

@Suite("Attacks on what is told")
struct AttackTests {
    @Test("Nothing is found", arguments: Attack.all)
    func fails(attack: Attack) {
        #expect(!attack.succeeds(against: .all))
    }

    @Test("Without its protection, each attack finds what it looks for", arguments: Attack.all)
    func succeedsWithoutProtection(attack: Attack) {
        #expect(attack.succeeds(against: Protections.all.subtracting(attack.protection)))
    }

    @Test("Every protection stands against an attack")
    func everyProtection() {
        #expect(Attack.all.reduce(into: Protections()) { $0.formUnion($1.protection) } == .all)
    }
}
