import FuzzSupport

@testable import Pipeline

/// How the lines of one input are judged while it is read, piece by piece.
struct Reading {
    private let lines: [Int]
    /// The line that each offset begins; the last one is the end.
    private var lineAtOffset: [Int64: Int] = [:]
    private var offsets: [Int64] = [0]
    private var bytes: [UInt8] = []
    /// For each line that has been judged whether it counts.
    private(set) var counts: [Bool] = []
    /// Whether the input ended while it agreed with known content that goes on.
    private(set) var endsAsPrefix = false
    /// Lines that have been absorbed.
    private var absorbed = 0
    /// Where a chain can have begun, and where an end can have been put on record.
    private var starts: Set<Int> = [0]
    private var ends: Set<Int> = []

    init(_ lines: [Int]) {
        self.lines = lines
        for line in lines {
            bytes += KnownInputs.text(line)
            offsets.append(Int64(bytes.count))
        }
        for (line, offset) in offsets.enumerated() { lineAtOffset[offset] = line }
    }

    /// Absorbs whole lines.
    ///
    /// - Parameter known: what may be known.
    mutating func absorb(
        _ piece: Range<Int>, _ identity: inout InputIdentity, _ known: Set<ArraySlice<Int>>
    ) throws {
        let range = Int(offsets[piece.lowerBound])..<Int(offsets[piece.upperBound])
        let decisions = try identity.absorb(bytes.span.extracting(range))
        absorbed = piece.upperBound
        check(identity.offset == offsets[absorbed], "every byte is absorbed")
        for decision in decisions {
            switch decision {
            case .duplicate(let offset, let isWithinLine):
                let end = line(at: offset)
                check(!isWithinLine, "no line was left without its end")
                check(
                    starts.contains { $0 <= counts.count && known.contains(lines[$0..<end]) },
                    "what is passed over has been counted before")
                judge(upTo: end, counts: false)
            case .new(let offset):
                judge(upTo: line(at: offset), counts: true)
            }
        }
        if !identity.isInDoubt { judge(upTo: absorbed, counts: true, isDecision: false) }
    }

    /// Takes note of a commit.
    mutating func note() {
        ends.insert(absorbed)
    }

    /// The input has ended.
    ///
    /// - Parameter known: what may be known.
    mutating func finish(isKnown: Bool, _ known: Set<ArraySlice<Int>>) {
        endsAsPrefix = isKnown && counts.count < lines.count
        if endsAsPrefix {
            check(
                starts.contains { start in
                    start <= counts.count && known.contains { $0.starts(with: lines[start...]) }
                },
                "what is passed over at the end is known content or begins it")
        }
        judge(upTo: lines.count, counts: !isKnown)
    }

    /// The lines that count.
    var countedLines: [Int] { zip(lines, counts).filter { $1 }.map { $0.0 } }

    /// What a later input may be found to agree with.
    var portions: [ArraySlice<Int>] {
        starts.flatMap { start in ends.filter { $0 > start }.map { lines[start..<$0] } }
    }

    private func line(at offset: Int64) -> Int {
        guard let line = lineAtOffset[offset] else { fatalError("decisions fall where lines end") }
        return line
    }

    private mutating func judge(upTo end: Int, counts isCounted: Bool, isDecision: Bool = true) {
        check(end >= counts.count, "decisions come in order")
        counts += [Bool](repeating: isCounted, count: end - counts.count)
        guard isDecision else { return }
        starts.insert(end)
        ends.insert(end)
    }
}
