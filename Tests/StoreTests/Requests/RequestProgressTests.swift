import Events
import TestSupport
import Testing

@testable import Store

@Suite("The states of a request")
struct RequestProgressTests {
    /// Where a step leads by the table of the states; nil where it does not fit.
    private static let table: [String: [RequestState: [RequestState]]] = [
        "verified": [.opened: [.opened, .verified]],
        "approved": [.verified: [.verified, .approved]],
        "refused": [.opened: [.refused], .verified: [.refused], .approved: [.refused]],
        "begun": [.approved: [.doing], .doing: [.doing]],
        "done": [.approved: [.done], .doing: [.done]],
        "lifted": [.done: [.done]],
    ]

    /// What the table cannot know: an oracle that counts officers and means apart from the code under test.
    private struct Oracle {
        var state = RequestState.opened
        let isRepresented: Bool
        let hasAddressesAlone: Bool
        var means: [RequestMeans] = []
        var isSole = false
        var approvers: [String] = []
        var isLifted = false

        mutating func expected(_ step: RequestStep, by officer: String, number: Int) -> RequestStepError? {
            guard let ends = RequestProgressTests.table[step.word]?[state] else {
                return .wrongState(number: number, state)
            }
            switch step {
            case .verify(let means, let proves):
                if means == .representativeDocument, !isRepresented { return .notRepresented(number: number) }
                if hasAddressesAlone, !isSole, !proves { return .addressesAlone(number: number) }
                isSole = isSole || proves
                self.means.append(means)
                let person = self.means.contains { $0 != .representativeDocument }
                let other = self.means.contains(.representativeDocument)
                state = person && (other || !isRepresented) ? ends[1] : ends[0]
            case .approve(let needed):
                if approvers.contains(officer) { return .approvedBefore(number: number) }
                approvers.append(officer)
                state = approvers.count >= needed ? ends[1] : ends[0]
            case .lift:
                if isLifted { return .wrongState(number: number, state) }
                isLifted = true
            default: state = ends[0]
            }
            return nil
        }
    }

    private static func step(_ random: inout SplitMix64, needed: Int) -> RequestStep {
        switch Int.random(in: 0..<11, using: &random) {
        case 0...3:
            .verify(
                RequestMeans.allCases.randomElement(using: &random) ?? .login,
                provesAddress: .random(using: &random))
        case 4...6: .approve(needed: needed)
        case 7:
            Int.random(in: 0..<4, using: &random) == 0
                ? .refuse(RequestGround.allCases.randomElement(using: &random) ?? .noData) : .begin
        case 8: .begin
        case 9: .lift
        default: .finish
        }
    }

    @Test("Random steps lead where the table says, or are refused and change nothing", arguments: 0..<300)
    func random(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (represented, alone) = (Bool.random(using: &random), Bool.random(using: &random))
        let needed = Int.random(in: 1...2, using: &random)
        var oracle = Oracle(isRepresented: represented, hasAddressesAlone: alone)
        var progress = RequestProgress(number: 7, isRepresented: represented, hasAddressesAlone: alone)
        for _ in 0..<40 {
            let step = Self.step(&random, needed: needed)
            let officer = ["anna", "ben", "chris"].randomElement(using: &random) ?? "anna"
            let before = progress
            let expected = oracle.expected(step, by: officer, number: 7)
            var refusal: RequestStepError?
            do throws(RequestStepError) { try progress.take(step, by: officer) } catch { refusal = error }
            #expect(refusal == expected)
            #expect(progress.state == oracle.state)
            if refusal != nil { #expect(progress == before) }
        }
    }

    @Test("Every step is written so that it is read as the same")
    func words() {
        let verifications = RequestMeans.allCases.flatMap { means in
            [true, false].map { RequestStep.verify(means, provesAddress: $0) }
        }
        let refusals = RequestGround.allCases.map(RequestStep.refuse)
        for step in verifications + refusals + [.approve(needed: 1), .approve(needed: 2), .begin, .finish, .lift] {
            #expect(RequestStep(word: step.word, detail: step.detail, number: step.number) == step)
        }
        #expect(RequestStep(word: "verified", detail: "whim", number: 0) == nil)
        #expect(RequestStep(word: "refused", detail: nil, number: 0) == nil)
        #expect(RequestStep(word: "forgotten", detail: nil, number: 0) == nil)
    }

    @Test(
        "A step that does not fit is refused with the one that does",
        arguments: [
            (RequestState.opened, "opened and not verified. Verify it first: `footfall request verify 7`."),
            (.verified, "verified and not approved. The next step is `footfall request approve 7`."),
            (.approved, "approved and not begun. The next step is `footfall request do 7`."),
            (.doing, "being done. Go on with `footfall request do 7`."),
            (.done, "done. It has ended; `footfall request receipt 7` prints the answer."),
            (.refused, "refused. It has ended; `footfall request receipt 7` prints the answer."),
        ])
    func advice(state: RequestState, words: String) {
        #expect(RequestStepError.wrongState(number: 7, state).description == "Request 7 is \(words)")
    }
}
