import Events
import Intake
import Testing

@testable import Pipeline

@Suite("The sums of an ingest")
struct IngestSummaryTests {
    private static func summary(accepted: Int, rejected: Int = 0, duplicate: Int = 0, stored: Int? = nil)
        -> IngestSummary
    {
        var input = IngestSummary.Input(path: "/logs/access.log", source: "logs/access")
        input.tally.accept(accepted)
        for line in 0..<rejected { input.tally.reject(.tooLong, line: line + 1, column: 1) }
        input.duplicate = duplicate
        var summary = IngestSummary()
        summary.inputs = [input]
        summary.rowsByDay = [Day(number: 0): stored ?? accepted]
        return summary
    }

    private static func failure(_ summary: IngestSummary, rate: Double = 5) -> JobError.Kind? {
        do {
            try summary.check(maximumRejectRate: rate)
            return nil
        } catch {
            return (error as? JobError)?.kind
        }
    }

    @Test("Rows that were stored must be the lines that were accepted")
    func balance() {
        #expect(Self.failure(Self.summary(accepted: 10, rejected: 3, duplicate: 2)) == nil)
        #expect(Self.failure(Self.summary(accepted: 10, stored: 9)) == .data)
        #expect(Self.failure(Self.summary(accepted: 10, stored: 11)) == .data)
        #expect(Self.failure(IngestSummary()) == nil)
    }

    @Test(
        "Too many bad lines fail the job once a thousand lines have been read",
        arguments: [
            (950, 50, 5.0, false), (949, 51, 5.0, true), (949, 50, 5.0, false), (0, 999, 5.0, false),
            (0, 1000, 5.0, true),
            (0, 1000, 100.0, false), (999, 1, 0.0, true), (1000, 0, 0.0, false), (9_990, 10, 0.1, false),
            (9_989, 11, 0.1, true),
        ])
    func rejectRate(_ accepted: Int, _ rejected: Int, _ rate: Double, _ fails: Bool) {
        #expect(Self.failure(Self.summary(accepted: accepted, rejected: rejected), rate: rate) == (fails ? .data : nil))
    }

    @Test("Duplicate lines neither excuse nor count as bad ones")
    func duplicates() {
        #expect(Self.failure(Self.summary(accepted: 0, rejected: 999, duplicate: 5000)) == nil)
        #expect(Self.failure(Self.summary(accepted: 900, rejected: 100, duplicate: 5000)) == .data)
    }

    @Test("An input that broke off fails the job in its own words")
    func brokenInput() throws {
        var summary = Self.summary(accepted: 5)
        summary.inputs[0].failure = "/logs/access.log is truncated."
        let error = #expect(throws: JobError.self) { try summary.check(maximumRejectRate: 5) }
        #expect(error?.kind == .data)
        #expect(error?.message.contains("/logs/access.log") == true)
    }

    @Test("Sums run over all inputs")
    func sums() {
        var summary = Self.summary(accepted: 5, rejected: 1, duplicate: 2)
        summary.inputs += Self.summary(accepted: 7, duplicate: 1).inputs
        #expect(summary.read == 16)
        #expect(summary.duplicate == 3)
        #expect(summary.tally.accepted == 12)
    }
}
