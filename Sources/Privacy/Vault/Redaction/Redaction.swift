/// Takes out of raw lines, before they are sealed, what opens an account or names a person by a number of the state.
///
/// It knows bytes and no formats: values behind the names that the policy lists, in queries, forms, headers, JSON and
/// lines of named values, be they written plainly or with escapes (``SecretNames``, ``SecretValue``), and the numbers of
/// payment cards and residents (``PersonalNumber``). Whether a line still gives the same event is for its caller to find
/// out. Time and memory grow with the length of the line alone.
///
/// ```swift
/// guard let redaction = Redaction(policy.options), redaction.firstCandidate(in: lines, from: 0) != nil else { return }
/// _ = redaction.redact(line, appendingTo: &result)
/// ```
public struct Redaction: Sendable {
    let names: SecretNames

    /// What a policy says.
    ///
    /// - Returns: nil if it seals every byte.
    public init?(_ options: PolicyOptions) {
        guard !options.vault.exact else { return nil }
        let kept =
            options.parameters.values.flatMap { $0 }
            + options.contentPatterns.compactMap { $0.parameter.map { String(decoding: $0, as: UTF8.self) } }
        self.init(names: options.vault.redact, sparing: kept)
    }

    /// - Parameters:
    ///   - names: as ``VaultOptions/redact``.
    ///   - sparing: names of parameters whose values are kept whatever `names` says.
    public init(names: [String], sparing: [String] = []) {
        self.names = SecretNames(names, sparing: sparing)
    }

    /// Appends the line, marks in the place of what is taken out.
    ///
    /// - Returns: whether anything was.
    public func redact(_ line: Span<UInt8>, appendingTo result: inout [UInt8]) -> Bool {
        let found = candidates(in: line)
        Redaction.append(line, without: found, to: &result)
        return !found.isEmpty
    }

    /// Appends the line, marks in the place of the given values, which lie in it in this order.
    public static func append(_ line: Span<UInt8>, without values: [Redacted], to result: inout [UInt8]) {
        var done = 0
        for value in values {
            result.append(line.extracting(done..<value.range.lowerBound))
            result += value.mark
            done = value.range.upperBound
        }
        result.append(line.extracting(done..<line.count))
    }

    /// The values in a line that are to be taken out, from its front to its end.
    public func candidates(in line: Span<UInt8>) -> [Redacted] {
        var found: [Redacted] = []
        var index = 0
        while index < line.count {
            let byte = line[index]
            if ASCII.isDigit(byte), PersonalNumber.mayStart(line, at: index) {
                if let end = PersonalNumber.end(in: line, from: index) {
                    // A number in JSON has no quotes of its own; what ends it tells it from a word.
                    let isBare = SecretValue.isBareNumber(line, index..<end)
                    found.append(Redacted(index..<end, .number, isBareNumber: isBare))
                    index = end
                } else {
                    repeat { index += 1 } while index < line.count && ASCII.isDigit(line[index])
                }
                continue
            }
            guard let separator = Separator(line, at: index), names.holdsName(line, before: separator) else {
                index += 1
                continue
            }
            index = SecretValue.append(of: separator, in: line, to: &found)
        }
        return found
    }
}
