import Events
import TestSupport
import Testing

@testable import Store

@Suite("The plan of an expiry")
struct ExpiryPlanTests {
    static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// Lines and events by the second for three months, events by the hour for thirteen, the audit log for three years.
    static func terms(_ kind: RetentionClass) -> RetentionTerm {
        switch kind {
        case .raw, .rejects, .events: .months(3)
        case .misuse: .months(6)
        case .coarse: .months(13)
        case .audit: .months(36)
        default: .unlimited
        }
    }

    private func plan(
        _ inventory: ExpiryInventory, on today: String, lastRun: String? = nil,
        terms: (RetentionClass) -> RetentionTerm = ExpiryPlanTests.terms
    ) throws -> ExpiryPlan {
        try ExpiryPlan(inventory, terms: terms, today: Self.day(today), lastRun: lastRun.map(Self.day))
    }

    @Test("A store without anything has nothing to do")
    func empty() throws {
        let plan = try plan(ExpiryInventory(), on: "2026-06-09")
        #expect(plan.steps.isEmpty && plan.late.isEmpty && plan.next == nil)
    }

    @Test("What holds keep goes by the term of its class, or on the day after the one that an order names")
    func held() throws {
        let day = try Self.day("2026-03-08")
        let misuse = HeldDay(hold: 1, kind: .misuse, day: day)
        let order = HeldDay(hold: 2, kind: .order, day: day, until: try Self.day("2026-09-08"))
        let longer = HeldDay(hold: 3, kind: .order, day: day, until: try Self.day("2026-09-09"))
        let filter = HeldDay(hold: 4, kind: .requests, day: day)
        var inventory = ExpiryInventory()
        inventory.heldDays = [misuse, order, longer, filter]
        #expect(try plan(inventory, on: "2026-09-08").steps == [])
        let due = try plan(inventory, on: "2026-09-09", lastRun: "2026-09-08")
        #expect(due.steps == [.destroyHeld([misuse, order])] && due.late == [])
        #expect(try due.next == ExpiryItem(.held(longer), due: Self.day("2026-09-10")))
        // A release that a crash has interrupted is finished at once.
        inventory.markedHeldDays = [filter, longer]
        let marked = try plan(inventory, on: "2026-04-01")
        #expect(marked.steps == [.destroyHeld([longer, filter])])
        #expect(marked.late.map(\.subject) == [.held(longer), .held(filter)])
    }

    @Test("Nothing goes on the last day, and on the next one everything in the order of the calendar")
    func order() throws {
        let day = try Self.day("2026-03-08")
        let old = try Self.day("2025-05-08")
        var inventory = ExpiryInventory()
        inventory.openEpochs = [Epoch(day: day, supplement: 1)]
        inventory.rawDays = [day]
        inventory.rejectsDays = [day]
        inventory.fineEpochs = [Epoch(day: day)]
        inventory.coarseEpochs = [Epoch(day: old)]
        inventory.identityMonths = [try Self.day("2026-02-28"), try Self.day("2026-03-31")]
        inventory.oldestAuditDay = try Self.day("2023-06-01")
        #expect(try plan(inventory, on: "2026-05-31").steps == [])
        let before = try plan(inventory, on: "2026-06-08")
        #expect(
            try before.steps == [
                .destroyIdentityKey(Self.day("2026-02-28")), .trimAudit(through: Self.day("2023-06-07")),
            ])
        #expect(try before.next == ExpiryItem(.epochKey(Epoch(day: day, supplement: 1)), due: Self.day("2026-06-09")))
        let plan = try plan(inventory, on: "2026-06-09")
        #expect(
            try plan.steps == [
                .close(Epoch(day: day, supplement: 1)), .destroy([day]),
                .coarsen(day, [Epoch(day: day), Epoch(day: day, supplement: 1)]), .removeEvents(old, [Epoch(day: old)]),
                .destroyIdentityKey(Self.day("2026-02-28")), .trimAudit(through: Self.day("2023-06-08")),
            ])
        #expect(try plan.next == ExpiryItem(.identityKey(Self.day("2026-03-31")), due: Self.day("2026-07-01")))
    }

    @Test("All days that are due go in one step, those whose destruction was interrupted among them")
    func together() throws {
        var inventory = ExpiryInventory()
        inventory.rawDays = Set(try ["2026-01-02", "2026-01-01", "2026-01-05", "2026-06-01"].map(Self.day))
        inventory.rejectsDays = [try Self.day("2026-01-03")]
        inventory.markedDays = [try Self.day("2026-05-30")]
        let plan = try plan(inventory, on: "2026-06-09", lastRun: "2026-06-09")
        #expect(
            try plan.steps == [
                .destroy(["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-05", "2026-05-30"].map(Self.day))
            ])
        #expect(try plan.late.map(\.subject) == [.sealedLines(Self.day("2026-05-30"))])
    }

    @Test(
        "A late line for a day long gone is closed and counted, then removed; for a day of this year it is made coarse")
    func supplements() throws {
        let gone = Epoch(day: try Self.day("2024-01-01"), supplement: 2)
        let coarse = Epoch(day: try Self.day("2026-01-01"), supplement: 1)
        var inventory = ExpiryInventory()
        inventory.openEpochs = [gone, coarse]
        inventory.coarseEpochs = [Epoch(day: coarse.day)]
        let steps = try plan(inventory, on: "2026-06-09").steps
        #expect(
            steps == [.close(gone), .close(coarse), .coarsen(coarse.day, [coarse]), .removeEvents(gone.day, [gone])])
    }

    @Test("Events by the second of a day that may not be kept by the hour either are removed")
    func neverCoarse() throws {
        let epoch = Epoch(day: try Self.day("2026-01-01"))
        var inventory = ExpiryInventory()
        inventory.fineEpochs = [epoch]
        for coarse in [RetentionTerm.none, .days(30), .months(3)] {
            let steps = try plan(inventory, on: "2026-06-09") { $0 == .coarse ? coarse : .months(3) }.steps
            #expect(steps == [.removeEvents(epoch.day, [epoch])])
        }
        #expect(try plan(inventory, on: "2026-06-09") { $0 == .coarse ? .none : .unlimited }.steps == [])
    }

    @Test("Rejects go with the lines of their day at the latest, and before them if their own term is shorter")
    func rejects() throws {
        let day = try Self.day("2026-03-08")
        var inventory = ExpiryInventory()
        inventory.rawDays = [day]
        inventory.rejectsDays = [day]
        func steps(_ today: String, _ term: RetentionTerm) throws -> [ExpiryStep] {
            try plan(inventory, on: today) { $0 == .rejects ? term : Self.terms($0) }.steps
        }
        #expect(try steps("2026-06-08", .days(30)) == [.removeRejects(day)])
        #expect(try steps("2026-06-09", .days(30)) == [.destroy([day])])
        #expect(try steps("2026-06-09", .unlimited) == [.destroy([day])])
        inventory.rawDays = []
        #expect(try steps("2026-06-09", .unlimited) == [])
        #expect(try steps("2026-04-08", .days(30)) == [.destroy([day])])
    }

    @Test("What is due is late if no run has come since yesterday")
    func late() throws {
        var inventory = ExpiryInventory()
        inventory.rawDays = [try Self.day("2026-03-08"), try Self.day("2026-03-09")]
        let item = ExpiryItem(.sealedLines(try Self.day("2026-03-08")), due: try Self.day("2026-06-09"))
        #expect(try plan(inventory, on: "2026-06-09").late == [])
        #expect(try plan(inventory, on: "2026-06-09").next?.due == Self.day("2026-06-10"))
        #expect(try plan(inventory, on: "2026-06-10").late == [item])
        #expect(try plan(inventory, on: "2026-06-10", lastRun: "2026-06-08").late == [item])
        #expect(try plan(inventory, on: "2026-06-10", lastRun: "2026-06-09").late == [])
        #expect(try plan(inventory, on: "2026-06-11", lastRun: "2026-06-08").late.count == 2)
    }

    @Test("A dry run says what each step does")
    func descriptions() throws {
        let days = try ["2026-01-01", "2026-01-02", "2026-01-03", "2026-02-01"].map(Self.day)
        let steps: [(ExpiryStep, String)] = [
            (.close(Epoch(day: days[0], supplement: 1)), "close 2026-01-01.s1: make its statistics, destroy its key"),
            (
                .destroy(days),
                "destroy the sealed lines of 2026-01-01 to 2026-01-03, 2026-02-01 and the keys that open them"
            ),
            (.removeRejects(days[0]), "remove the sealed rejects of 2026-01-01"),
            (
                .coarsen(days[0], [Epoch(day: days[0]), Epoch(day: days[0], supplement: 1)]),
                "make the events of 2026-01-01 with 1 supplement coarse"
            ),
            (.removeEvents(days[0], [Epoch(day: days[0])]), "remove the events of 2026-01-01"),
            (
                .destroyIdentityKey(days[0]),
                "destroy the key that recognises input of 2026-01, and the tags made under it"
            ),
            (.trimAudit(through: days[0]), "remove the records of the audit log up to 2026-01-01"),
        ]
        for (step, text) in steps { #expect(step.description == text) }
    }

    @Test("Carried out, a plan leaves nothing to do that day; nothing of it went early, and nothing stays too long")
    func property() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<300 {
            let today = Day(number: 20_600 + Int32.random(in: 0..<400, using: &random))
            var inventory = ExpiryInventory()
            for _ in 0..<Int.random(in: 0..<40, using: &random) {
                let day = today.advanced(by: -Int.random(in: 0..<500, using: &random))
                let epoch = Epoch(day: day, supplement: Int.random(in: 0..<3, using: &random))
                switch Int.random(in: 0..<7, using: &random) {
                case 0: inventory.openEpochs.insert(epoch)
                case 1: inventory.rawDays.insert(day)
                case 6: inventory.heldDays.insert(HeldDay(hold: epoch.supplement, kind: .misuse, day: day))
                case 2: inventory.rejectsDays.insert(day)
                case 3 where !inventory.openEpochs.contains(epoch): inventory.fineEpochs.insert(epoch)
                case 4 where !inventory.openEpochs.contains(epoch): inventory.coarseEpochs.insert(epoch)
                default: inventory.identityMonths.insert(day)
                }
            }
            inventory.fineEpochs.subtract(inventory.openEpochs)
            inventory.coarseEpochs.subtract(inventory.openEpochs.union(inventory.fineEpochs))
            let plan = ExpiryPlan(inventory, terms: Self.terms, today: today, lastRun: nil)
            let left = inventory.after(plan.steps)
            #expect(ExpiryPlan(left, terms: Self.terms, today: today, lastRun: nil).steps == [])
            func isOver(_ day: Day, _ months: Int) throws -> Bool {
                try #require(RetentionTerm.months(months).lastDay(for: day)) < today
            }
            #expect(try left.rawDays == inventory.rawDays.filter { try !isOver($0, 3) })
            #expect(try left.heldDays == inventory.heldDays.filter { try !isOver($0.day, 6) })
            #expect(try left.rejectsDays == inventory.rejectsDays.filter { try !isOver($0, 3) })
            #expect(try left.openEpochs == inventory.openEpochs.filter { try !isOver($0.day, 3) })
            #expect(try left.fineEpochs == inventory.fineEpochs.filter { try !isOver($0.day, 3) })
            let coarse = inventory.coarseEpochs.union(inventory.fineEpochs.union(inventory.openEpochs)).filter {
                inventory.coarseEpochs.contains($0)
                    || RetentionTerm.months(3).lastDay(for: $0.day).map { $0 < today } == true
            }
            #expect(try left.coarseEpochs == coarse.filter { try !isOver($0.day, 13) })
        }
    }
}

extension ExpiryInventory {
    /// What is there once the steps are carried out.
    fileprivate func after(_ steps: [ExpiryStep]) -> ExpiryInventory {
        var left = self
        for step in steps {
            switch step {
            case .close(let epoch):
                left.openEpochs.remove(epoch)
                left.fineEpochs.insert(epoch)
            case .destroy(let days):
                left.rawDays.subtract(days)
                left.rejectsDays.subtract(days)
                left.markedDays.subtract(days)
            case .destroyHeld(let held):
                left.heldDays.subtract(held)
                left.markedHeldDays.subtract(held)
            case .destroyRequests(let requests): left.endedRequests.subtract(requests)
            case .removeRejects(let day): left.rejectsDays.remove(day)
            case .coarsen(_, let epochs):
                left.fineEpochs.subtract(epochs)
                left.coarseEpochs.formUnion(epochs)
            case .removeEvents(_, let epochs):
                left.fineEpochs.subtract(epochs)
                left.coarseEpochs.subtract(epochs)
            case .destroyIdentityKey(let month): left.identityMonths.remove(month)
            case .trimAudit(let day): left.oldestAuditDay = day.advanced(by: 1)
            }
        }
        return left
    }
}
