import Foundation

@testable import Intake

/// A line with its format text, and the time that another reader finds in it.
struct SharedTimeVector: Decodable {
    struct Expectation: Decodable {
        struct Time: Decodable {
            let python: String
            enum CodingKeys: String, CodingKey { case python = "$py" }
        }
        let time: Time?
        let endTime: Time?
        enum CodingKeys: String, CodingKey {
            case time = "request_time"
            case endTime = "end_request_time"
        }
    }

    let `case`: Int
    let format: String
    let line: String
    let expect: Expectation

    /// `datetime(2017, 11, 25, 15, 47, 6, tzinfo=w5)` in UTC milliseconds: `w5` is five hours west.
    var instant: Int64? {
        guard let text = (expect.time ?? expect.endTime)?.python else { return nil }
        let fields = text.dropFirst("datetime(".count).dropLast().split(separator: ", ")
        let numbers = fields.compactMap { Int($0) }
        guard numbers.count == 6 else { return nil }
        let west = fields.first { $0.hasPrefix("tzinfo=w") }.flatMap { Int($0.dropFirst("tzinfo=w".count)) } ?? 0
        let pieces = zip(numbers, ["", "-", "-", "T", ":", ":"])
        let local = pieces.map { $1 + ($0 < 10 ? "0" : "") + String($0) }.joined()
        return TimeReader.read(.iso8601, local).map { $0 + Int64(west) * 3_600_000 }
    }

    /// The parts of the line's times; nil if the line does not begin as the format says.
    func parts() throws -> TimeParts? {
        var parts = TimeParts()
        var rest = format.drop { $0 != " " }.dropFirst()
        let bytes = Array(line.utf8)
        var position = 0
        while let first = rest.first {
            if first != "%" {
                guard position < bytes.count, bytes[position] == first.asciiValue else { return nil }
                position += 1
                rest = rest.dropFirst()
                continue
            }
            guard let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") else { break }
            let pattern = try TimePattern(apache: String(rest[rest.index(after: open)..<close]))
            guard let end = pattern.match(bytes.span, at: position, end: bytes.count, into: &parts) else { return nil }
            position = end
            rest = rest[close...].dropFirst(2)
        }
        return parts
    }
}
