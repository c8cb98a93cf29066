import TestSupport
import Testing

@testable import Intake

@Suite("Lines that other readers have read", .enabled(if: SharedData.isThere, "the folder ../shared/data is missing"))
struct VectorTests {
    /// A value that differs.
    struct Difference: CustomStringConvertible {
        let vector: Vector
        let field: String
        let value: String?

        var description: String {
            "\(field) is \(value ?? "absent"), not \(vector.expected[field] ?? ""): \(vector.format)"
        }
    }

    private static func isWeb(_ vector: Vector) -> Bool {
        !VectorPolicy.foreign.contains { vector.kind == $0 || vector.format.contains($0) }
    }

    @Test("At least 99 of 100 values of web logs are those that others read, but for the differences of policy")
    func values() throws {
        let vectors = try Vector.all().filter { VectorTests.isWeb($0) && !$0.expected.isEmpty }
        var compared = 0
        var uses = VectorPolicy.all.map { _ in 0 }
        var differences: [Difference] = []
        for vector in vectors {
            let record = vector.record
            if record == nil { Issue.record("a line is not read: \(vector.format)") }
            for field in vector.expected.keys {
                compared += 1
                let value = record?[vector: field]
                if value == vector.value(field) { continue }
                if let place = VectorPolicy.all.firstIndex(where: { $0.applies(vector, field, value) }) {
                    uses[place] += 1
                } else {
                    differences.append(Difference(vector: vector, field: field, value: value))
                }
            }
        }
        #expect(vectors.count >= 70 && compared >= 450)
        #expect(differences.count * 100 <= compared, "\(differences)")
        for (policy, count) in zip(VectorPolicy.all, uses) { #expect(count > 0, "unused: \(policy.reason)") }
    }

    @Test("What the lines of web logs share with others in a file changes nothing")
    func files() throws {
        let vectors = try Vector.all().filter { VectorTests.isWeb($0) && !$0.expected.isEmpty && !$0.hasDirectives }
        for (format, group) in Dictionary(grouping: vectors, by: \.format) {
            let bytes = Array(group.map { $0.line + "\n" }.joined().utf8)
            guard case .chosen(let choice) = FormatDetector.detect(bytes.span) else {
                Issue.record("no format was found: \(format)")
                continue
            }
            var parser = LineParser(formats: choice.formats, options: Vector.options)
            #expect(ParsedLine.all(parser.parseAll(bytes).batch) == group.compactMap(\.record), "\(format)")
        }
    }
}
