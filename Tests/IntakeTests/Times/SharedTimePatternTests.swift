import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("Times by Apache's formats, as others read them")
struct SharedTimePatternTests {
    /// Where this reading differs: a zone that no one knows (36) and a week whose day is told in German only (40) give
    /// no time, rather than one of another zone or day.
    static let refused: Set = [36, 40]

    @Test(
        "Lines with times of Apache's format texts are read as expected",
        .enabled(if: SharedData.isThere, "needs ../shared/data/logs-expected"))
    func vectors() throws {
        let bytes = try SharedData.bytes("logs-expected/vectors.ndjson")
        var count = 0
        for line in bytes.split(separator: ASCII.lineFeed) {
            guard String(decoding: line, as: UTF8.self).contains("apachelogs_test_parse_custom_time ") else { continue }
            let vector = try JSONDecoder().decode(SharedTimeVector.self, from: Data(line))
            count += 1
            let number = vector.case
            let parts = try vector.parts()
            let instant = try? parts?.instant(LineOptions(latest: .max), at: 0)
            #expect(instant == (Self.refused.contains(number) ? nil : vector.instant), "case \(number)")
        }
        #expect(count >= 18)
    }
}
