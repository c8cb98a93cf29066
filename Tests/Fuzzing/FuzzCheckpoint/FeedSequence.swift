import FuzzSupport

/// A sequence of inputs that are fed one after the other, each made of what was fed before.
///
/// Two kinds of lines: common ones, of which any input may be made, and fresh ones, which stand in one text only. Of
/// texts that are made of fresh lines it is known exactly what counts.
struct FeedSequence {
    /// Known content is recognised behind new lines if it has at least so many lines: more than 512 bytes.
    private static let recognisedLines = 16
    private static let longestInput = 100
    private static let feedLimit = 10

    /// What was fed, whatever its lines.
    private var fed: [[Int]] = []
    /// Texts that have no line in common, in the versions in which they were fed.
    private var texts: [[[Int]]] = []
    private var nextLine = 100

    mutating func run(_ input: inout FuzzInput) throws {
        var known = try KnownInputs()
        while !input.isEmpty, fed.count < FeedSequence.feedLimit {
            switch input.choice(16) {
            case 0: known.month = min(known.month + 1, 3)
            case 1...8: try feedTexts(&input, &known)
            default: try feedAnything(&input, &known)
            }
        }
    }

    /// Known texts one behind the other, each once, perhaps with fresh lines before them, and behind them fresh lines or
    /// nothing: only the fresh lines count.
    private mutating func feedTexts(_ input: inout FuzzInput, _ known: inout KnownInputs) throws {
        let before = fresh(input.choice(4) == 0 ? 1 + input.choice(40) : 0)
        var lines = before
        var chosen: Set<Int> = []
        var last: (text: Int, version: Int)?
        for _ in 0..<input.choice(4) where !texts.isEmpty && lines.count < FeedSequence.longestInput {
            let text = input.choice(texts.count)
            let version = input.choice(texts[text].count)
            guard chosen.insert(text).inserted else { continue }
            // What follows fresh lines must be long enough to be looked for.
            guard before.isEmpty || texts[text][version].count >= FeedSequence.recognisedLines else { continue }
            lines += texts[text][version]
            last = (text, version)
        }
        let behind = fresh(last == nil || input.choice(2) == 0 ? 1 + input.choice(40) : 0)
        lines += behind
        let isFresh = lines.indices.map { $0 < before.count || $0 >= lines.count - behind.count }
        try check(try feed(lines, &input, &known) == isFresh, "of known texts and fresh lines the fresh lines count")
        if !before.isEmpty, last != nil { texts.append([before]) }
        guard !behind.isEmpty else { return }
        if let last {
            texts[last.text].append(texts[last.text][last.version] + behind)
        } else {
            texts.append([before + behind])
        }
    }

    /// What was fed before, whole, grown, cut, interleaved or joined, with common lines anywhere.
    private mutating func feedAnything(_ input: inout FuzzInput, _ known: inout KnownInputs) throws {
        var lines: [Int] = []
        repeat {
            switch input.choice(6) {
            case 0, 1:
                lines += (0...input.choice(8)).map { _ in input.choice(12) }
            case 2 where !fed.isEmpty:
                lines += fed[input.choice(fed.count)]
            case 3 where !fed.isEmpty:
                lines += fed[input.choice(fed.count)].prefix(input.choice(64))
            case 4 where !fed.isEmpty:
                lines += fed[input.choice(fed.count)].dropFirst(input.choice(64))
            case 5 where !fed.isEmpty:
                lines = FeedSequence.interleave(lines, fed[input.choice(fed.count)], input.byte())
            default:
                break
            }
        } while input.choice(3) != 0 && !input.isEmpty
        _ = try feed(Array(lines.prefix(FeedSequence.longestInput)), &input, &known)
    }

    /// Feeds an input, then tries the same again or the same grown by a line.
    ///
    /// - Returns: for each line whether it counts.
    private mutating func feed(_ lines: [Int], _ input: inout FuzzInput, _ known: inout KnownInputs) throws -> [Bool] {
        let linesPerPiece = 1 + input.choice(64)
        let commits = input.choice(2) == 0
        trace("month \(known.month): \(FeedSequence.text(lines))")
        let whole = try known.trial(lines, linesPerPiece: max(1, lines.count))
        trace("  counts: \(FeedSequence.text(whole.countedLines))")
        let reading = try known.read(lines, linesPerPiece: linesPerPiece, commits: commits)
        trace("  in pieces of \(linesPerPiece), commits \(commits): \(FeedSequence.text(reading.countedLines))")
        check(reading.counts == whole.counts, "the judgement depends neither on the pieces nor on the commits")
        // The beginning of known content, followed by other lines, is another file that begins alike.
        let growth = reading.endsAsPrefix || input.choice(2) == 0 ? [] : [99]
        let again = try known.trial(lines + growth, linesPerPiece: linesPerPiece)
        trace("  again: \(FeedSequence.text(again.countedLines))")
        check(!zip(reading.counts, again.counts).contains { $0 && $1 }, "no line counts twice")
        // What was passed over as a beginning left no trace of its own, so that it may count the next time.
        check(reading.endsAsPrefix || again.countedLines == growth, "nothing counts that was passed over")
        fed.append(lines)
        return reading.counts
    }

    /// Lines with their runs drawn together.
    private static func text(_ lines: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for line in lines {
            if let last = runs.last, last.upperBound + 1 == line {
                runs[runs.count - 1] = last.lowerBound...line
            } else {
                runs.append(line...line)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: " ")
    }

    private mutating func fresh(_ count: Int) -> [Int] {
        defer { nextLine += count }
        return Array(nextLine..<nextLine + count)
    }

    private static func interleave(_ first: [Int], _ second: [Int], _ pattern: UInt8) -> [Int] {
        var merged: [Int] = []
        var (left, right) = (first[...], second[...])
        var turn = 0
        while !left.isEmpty || !right.isEmpty {
            let takesLeft = right.isEmpty || (!left.isEmpty && pattern >> (turn % 8) & 1 == 0)
            merged.append((takesLeft ? left.popFirst() : right.popFirst()) ?? 0)
            turn += 1
        }
        return merged
    }
}
